import { queryOptions } from '@tanstack/react-query';
import { isoSeconds } from '../format/times';
import { freshness, get } from './client';
import type { BiasSummary } from './schema';

export const summary = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['summary', asOf],
    queryFn: ({ signal }) => get<BiasSummary>('bias/summary', { asOf }, signal),
    ...freshness(asOf),
  });

/** The scores a second before an instant and at it: what the releases of that instant did. Keyed by the run that asks. */
export const effectAt = (at: string, runId: string) =>
  queryOptions({
    queryKey: ['effect', at, runId],
    queryFn: async ({ signal }) => {
      const asOf = (instant: string) => get<BiasSummary>('bias/summary', { asOf: instant }, signal);
      const [before, after] = await Promise.all([asOf(isoSeconds(Date.parse(at) - 1000)), asOf(at)]);
      return { before: before.items, after: after.items };
    },
    staleTime: Infinity,
  });
