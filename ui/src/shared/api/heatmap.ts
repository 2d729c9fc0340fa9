import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { shiftedDays } from '../format/times';
import { get, type Known } from './client';
import type { HeatMap, Run } from './types';

/** The surprises of each region and category as of a run, or some days before it. */
export const heatMap = ({ asOf, recordedAt }: Known, run: Pick<Run, 'asOf' | 'runId'>, daysBefore: 0 | 7) =>
  queryOptions({
    queryKey: ['heatmap', asOf, recordedAt, run.asOf, run.runId, daysBefore],
    queryFn: ({ signal }) => get<HeatMap>('heatmap', { asOf: daysBefore === 0 ? run.asOf : shiftedDays(run.asOf, -daysBefore), recordedAt }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
