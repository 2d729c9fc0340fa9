import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { BiasWaterfall, Run } from './types';

/** Why one instrument's bias changed until the instant of a run. */
export const change = (instrument: string, { asOf, recordedAt }: Known, run: Pick<Run, 'asOf' | 'runId'>, since: string) =>
  queryOptions({
    queryKey: ['change', instrument, asOf, recordedAt, run.runId, since],
    queryFn: ({ signal }) =>
      get<BiasWaterfall>(`bias/${encodeURIComponent(instrument)}/change`, { asOf, recordedAt, to: run.asOf, since }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
