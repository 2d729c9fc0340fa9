import { queryOptions } from '@tanstack/react-query';
import { freshness, get, type Known } from './client';
import type { BiasSummary } from './types';

export const summary = ({ asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['summary', asOf, recordedAt],
    queryFn: ({ signal }) => get<BiasSummary>('bias/summary', { asOf, recordedAt }, signal),
    ...freshness({ asOf }),
  });
