import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { BiasHistory } from './schema';

/** Daily closes of one instrument from `from` to `to`, both inclusive. */
export const history = (instrument: string, asOf: string | undefined, from: string, to: string) =>
  queryOptions({
    queryKey: ['history', instrument, asOf, from, to],
    queryFn: ({ signal }) =>
      get<BiasHistory>(`bias/${encodeURIComponent(instrument)}/history`, { asOf, from, to, at: 'close' }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
