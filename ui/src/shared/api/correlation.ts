import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { CorrelationAnswer, Run } from './types';

type Of = CorrelationAnswer['of'];
type Step = CorrelationAnswer['every'];
type Method = CorrelationAnswer['method'];

interface Question {
  of: Of;
  every: Step;
  method: Method;
  pair?: string;
}

/** The correlations of all pairs as of a run; with a pair only that one, and its path. */
export const correlation = ({ asOf, recordedAt }: Known, run: Pick<Run, 'asOf' | 'runId'>, { of, every, method, pair }: Question) =>
  queryOptions({
    queryKey: ['correlation', asOf, recordedAt, run.asOf, run.runId, of, every, method, pair],
    queryFn: ({ signal }) => get<CorrelationAnswer>('correlation', { asOf: run.asOf, recordedAt, of, every, method, pair }, signal),
    ...(pair === undefined && { placeholderData: keepPreviousData }),
    staleTime: Infinity,
  });
