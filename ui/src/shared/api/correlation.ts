import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { CorrelationAnswer, Run } from './types';

type Of = CorrelationAnswer['of'];
type Step = CorrelationAnswer['every'];

/** The correlations of all pairs as of a run; with a pair only that one, and its path. */
export const correlation = ({ asOf, recordedAt }: Known, run: Pick<Run, 'asOf' | 'runId'>, of: Of, every: Step, pair?: string) =>
  queryOptions({
    queryKey: ['correlation', asOf, recordedAt, run.asOf, run.runId, of, every, pair],
    queryFn: ({ signal }) => get<CorrelationAnswer>('correlation', { asOf: run.asOf, recordedAt, of, every, pair }, signal),
    ...(pair === undefined && { placeholderData: keepPreviousData }),
    staleTime: Infinity,
  });
