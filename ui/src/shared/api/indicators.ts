import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { IndicatorList } from './types';

/** The indicators of the catalogue, each with its last release as known. */
export const indicators = ({ asOf, recordedAt }: Known = {}) =>
  queryOptions({
    queryKey: ['indicators', asOf, recordedAt],
    queryFn: ({ signal }) => get<IndicatorList>('indicators', { asOf, recordedAt }, signal),
    placeholderData: keepPreviousData,
    staleTime: asOf === undefined ? 10 * 60_000 : Infinity,
  });
