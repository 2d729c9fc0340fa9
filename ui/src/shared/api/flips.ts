import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { FlipAnswer, Run } from './types';

/** Which releases of the next days could change a label, as known at the time of a run; of one instrument or of all. */
export const flips = ({ asOf, recordedAt }: Known, run: Pick<Run, 'asOf' | 'runId'>, within: '7d' | '14d', instrument?: string) =>
  queryOptions({
    queryKey: ['flips', asOf, recordedAt, run.asOf, run.runId, within, instrument],
    queryFn: ({ signal }) => get<FlipAnswer>('flips', { asOf: run.asOf, recordedAt, within, instrument }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
