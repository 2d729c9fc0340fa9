import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { RecentBias, Run } from './types';

/** What every score did lately, as known at the time of a run. The run id is part of the key, because a late release changes the past. */
export const recent = ({ asOf, runId }: Pick<Run, 'asOf' | 'runId'>, { recordedAt }: Known) =>
  queryOptions({
    queryKey: ['recent', asOf, runId, recordedAt],
    queryFn: ({ signal }) => get<RecentBias>('bias/recent', { asOf, recordedAt }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
