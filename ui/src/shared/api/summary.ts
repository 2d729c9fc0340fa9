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

/** The scores one second before `instant` and at `instant`: their difference is the effect of its releases. */
export const effectAt = (instant: string, runId: string) =>
  queryOptions({
    queryKey: ['effect', instant, runId],
    queryFn: async ({ signal }) => {
      const scores = (asOf: string) => get<BiasSummary>('bias/summary', { asOf }, signal);
      const [before, after] = await Promise.all([scores(isoSeconds(Date.parse(instant) - 1000)), scores(instant)]);
      return { before: before.items, after: after.items };
    },
    staleTime: Infinity,
  });
