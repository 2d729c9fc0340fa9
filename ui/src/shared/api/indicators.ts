import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { IndicatorList } from './schema';

/** The indicators of the catalogue, each with its last release as known at `asOf`. */
export const indicators = (asOf?: string) =>
  queryOptions({
    queryKey: ['indicators', asOf],
    queryFn: ({ signal }) => get<IndicatorList>('indicators', { asOf }, signal),
    placeholderData: keepPreviousData,
    staleTime: asOf === undefined ? 10 * 60_000 : Infinity,
  });
