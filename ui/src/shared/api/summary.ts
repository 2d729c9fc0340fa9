import { queryOptions } from '@tanstack/react-query';
import { freshness, get } from './client';
import type { BiasSummary } from './schema';

export const summary = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['summary', asOf],
    queryFn: ({ signal }) => get<BiasSummary>('bias/summary', { asOf }, signal),
    ...freshness(asOf),
  });
