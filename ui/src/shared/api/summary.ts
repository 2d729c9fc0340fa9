import { queryOptions } from '@tanstack/react-query';
import { isoSeconds } from '../format/times';
import { freshness, get, type Known } from './client';
import type { BiasItem, BiasSummary } from './types';

export const summary = ({ asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['summary', asOf, recordedAt],
    queryFn: ({ signal }) => get<BiasSummary>('bias/summary', { asOf, recordedAt }, signal),
    ...freshness({ asOf }),
  });

/** The scores one second before the releases of an instant, and with them. */
export interface ScoresAround {
  before: BiasItem[];
  after: BiasItem[];
}

/** The scores one second before `instant` and at `instant`: their difference is the effect of its releases. */
export const effectAt = (instant: string, runId: string, { recordedAt }: Known) =>
  queryOptions({
    queryKey: ['effect', instant, runId, recordedAt],
    queryFn: async ({ signal }): Promise<ScoresAround> => {
      const scores = (asOf: string) => get<BiasSummary>('bias/summary', { asOf, recordedAt }, signal);
      const [before, after] = await Promise.all([scores(isoSeconds(Date.parse(instant) - 1000)), scores(instant)]);
      return { before: before.items, after: after.items };
    },
    staleTime: Infinity,
  });
