import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { shiftedDays } from '../format/times';
import { get, type Known } from './client';
import type { Calendar, Run } from './types';

const WEEK = 7;

/** The calendar from one week before to one week after a run, as known at the run's time. The run id is part of the key, because a late release changes the calendar within the hour. */
export const calendarAround = ({ asOf, runId }: Pick<Run, 'asOf' | 'runId'>, { recordedAt }: Known) =>
  queryOptions({
    queryKey: ['calendar', asOf, runId, recordedAt],
    queryFn: ({ signal }) => get<Calendar>('calendar', { asOf, recordedAt, from: shiftedDays(asOf, -WEEK), to: shiftedDays(asOf, WEEK) }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

/** The releases between two times. Used to step from release to release. */
export const releasedBetween = (from: string, to: string, { recordedAt }: Known) =>
  queryOptions({
    queryKey: ['released', from, to, recordedAt],
    queryFn: ({ signal }) => get<Calendar>('calendar', { from, to, recordedAt }, signal),
    staleTime: 60_000,
  });
