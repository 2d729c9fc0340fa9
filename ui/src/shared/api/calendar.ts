import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { shiftedDays } from '../format/times';
import { get } from './client';
import type { Calendar, Run } from './schema';

const WEEK = 7;

/** The week before and after a run's instant, as known then. Keyed by the run: a late arrival changes it within the hour. */
export const calendarAround = ({ asOf, runId }: Pick<Run, 'asOf' | 'runId'>) =>
  queryOptions({
    queryKey: ['calendar', asOf, runId],
    queryFn: ({ signal }) => get<Calendar>('calendar', { asOf, from: shiftedDays(asOf, -WEEK), to: shiftedDays(asOf, WEEK) }, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

/** What was released between two instants, as known now: for stepping from release to release. */
export const releasedBetween = (from: string, to: string) =>
  queryOptions({
    queryKey: ['released', from, to],
    queryFn: ({ signal }) => get<Calendar>('calendar', { from, to }, signal),
    staleTime: 60_000,
  });
