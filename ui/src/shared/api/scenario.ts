import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { Run, ScenarioAnswer } from './types';

/** The release that is varied, and the figures that it and others of its instant are assumed to have. */
export interface Assumed {
  what: string;
  at: string;
  set?: string | undefined;
}

/** What a release that is to come would do to every instrument, as known at the time of a run. */
export const scenario = ({ asOf, recordedAt }: Known, run: Pick<Run, 'asOf' | 'runId'>, { what, at, set }: Assumed) =>
  queryOptions({
    queryKey: ['scenario', asOf, recordedAt, run.asOf, run.runId, what, at, set],
    queryFn: ({ signal }) => get<ScenarioAnswer>('scenarios', { asOf: run.asOf, recordedAt, indicator: what, releasedAt: at, set }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
