import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { IndicatorList } from './schema';

/** The catalogue's indicators, for showing figures as published, with the last release of each as known at `asOf`. */
export const indicators = (asOf?: string) =>
  queryOptions({
    queryKey: ['indicators', asOf],
    queryFn: ({ signal }) => get<IndicatorList>('indicators', { asOf }, signal),
    placeholderData: keepPreviousData,
    staleTime: asOf === undefined ? 10 * 60_000 : Infinity,
  });
