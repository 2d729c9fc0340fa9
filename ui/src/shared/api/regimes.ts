import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { RegimeHistory, RegimeList, Run } from './types';

/** The regime of every region at the last month-end before a run. */
export const regimes = ({ asOf, recordedAt }: Known, run: Pick<Run, 'asOf' | 'runId'>) =>
  queryOptions({
    queryKey: ['regimes', asOf, recordedAt, run.asOf, run.runId],
    queryFn: ({ signal }) => get<RegimeList>('regimes', { asOf: run.asOf, recordedAt }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

/** The regime of one region at each month-end. */
export const regimeHistory = ({ asOf, recordedAt }: Known, run: Pick<Run, 'asOf' | 'runId'>, region: string) =>
  queryOptions({
    queryKey: ['regimes', asOf, recordedAt, run.asOf, run.runId, region],
    queryFn: ({ signal }) => get<RegimeHistory>(`regimes/${region}/history`, { asOf: run.asOf, recordedAt }, signal),
    staleTime: Infinity,
  });
