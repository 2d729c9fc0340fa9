import { queryOptions } from '@tanstack/react-query';
import { freshness, get, type Known } from './client';
import type { BiasExplanation } from './types';

export const explanation = (instrument: string, { asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['explanation', instrument, asOf, recordedAt],
    queryFn: ({ signal }) =>
      get<BiasExplanation>(`bias/${encodeURIComponent(instrument)}/explanation`, { asOf, recordedAt }, signal),
    ...freshness({ asOf }),
  });
