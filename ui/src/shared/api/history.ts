import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { BiasHistory } from './types';

/** Daily closes of one instrument from `from` to `to`, both inclusive. */
export const history = (instrument: string, { asOf, recordedAt }: Known, from: string, to: string) =>
  queryOptions({
    queryKey: ['history', instrument, asOf, recordedAt, from, to],
    queryFn: ({ signal }) =>
      get<BiasHistory>(`bias/${encodeURIComponent(instrument)}/history`, { asOf, recordedAt, from, to, at: 'close' }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
