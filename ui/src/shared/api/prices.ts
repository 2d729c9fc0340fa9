import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { PriceHistory } from './types';

/** Daily closes of one instrument, on the trading dates from that of `from` to that of `to`. */
export const prices = (instrument: string, { asOf, recordedAt }: Known, from: string, to: string) =>
  queryOptions({
    queryKey: ['prices', instrument, asOf, recordedAt, from, to],
    queryFn: ({ signal }) => get<PriceHistory>(`prices/${encodeURIComponent(instrument)}`, { asOf, recordedAt, from, to }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
