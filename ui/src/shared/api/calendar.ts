import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { shiftedDays } from '../format/times';
import { get, type Known } from './client';
import type { Calendar } from './types';

/** The releases between two times. Used to step from release to release. */
export const releasedBetween = (from: string, to: string, { recordedAt }: Known) =>
  queryOptions({
    queryKey: ['released', from, to, recordedAt],
    queryFn: ({ signal }) => get<Calendar>('calendar', { from, to, recordedAt }, signal),
    staleTime: 60_000,
  });

const LATE_DAYS = 45;
const COMING_DAYS = 100;

/** What is late, scheduled or expected in a region, as known at the time of an answer; the cadence predicts a hundred days. */
export const coming = (region: string, asOf: string, { recordedAt }: Known) =>
  queryOptions({
    queryKey: ['coming', region, asOf, recordedAt],
    queryFn: ({ signal }) => get<Calendar>('calendar', { asOf, recordedAt, from: shiftedDays(asOf, -LATE_DAYS), to: shiftedDays(asOf, COMING_DAYS), region }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
