import { queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { Calendar } from './schema';

/** What was released and what is scheduled between two instants, as known at `asOf`. */
export const calendar = (asOf: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['calendar', asOf, from, to],
    queryFn: ({ signal }) => get<Calendar>('calendar', { asOf, from, to }, signal),
    staleTime: 60_000,
  });
