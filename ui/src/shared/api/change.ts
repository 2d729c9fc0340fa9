import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { BiasWaterfall, Run } from './types';

/** Between which instants a bias changed: until the instant of a run since a preset, or between any two. */
export type ChangeSpan = { since: 'day' | 'week' | 'label' } | { from: string; to: string };

/** Why one instrument's bias changed. */
export const change = (instrument: string, { asOf, recordedAt }: Known, run: Pick<Run, 'asOf' | 'runId'>, span: ChangeSpan) =>
  queryOptions({
    queryKey: ['change', instrument, asOf, recordedAt, run.runId, span],
    queryFn: ({ signal }) =>
      get<BiasWaterfall>(`bias/${encodeURIComponent(instrument)}/change`, { asOf, recordedAt, to: run.asOf, ...span }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
