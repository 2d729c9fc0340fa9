import { queryOptions } from '@tanstack/react-query';
import { freshness, get } from './client';
import type { BiasExplanation } from './schema';

export const explanation = (instrument: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['explanation', instrument, asOf],
    queryFn: ({ signal }) =>
      get<BiasExplanation>(`bias/${encodeURIComponent(instrument)}/explanation`, { asOf }, signal),
    ...freshness(asOf),
  });
