import { queryOptions } from '@tanstack/react-query';
import { freshness, get, type Known } from './client';
import type { BoardAnswer } from './types';

/** Everything that the first page shows, in one request. Every page asks for it: the header and the banners need it too. */
export const board = ({ asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['board', asOf, recordedAt],
    queryFn: ({ signal }) => get<BoardAnswer>('board', { asOf, recordedAt }, signal),
    ...freshness({ asOf }),
  });

const summaryOf = (answer: BoardAnswer) => answer.summary;
const calendarOf = (answer: BoardAnswer) => answer.calendar;

/** Every instrument's bias. */
export const summary = (known: Known) => ({ ...board(known), select: summaryOf });

/** The calendar from one week before the time of the summary to one week after it. */
export const calendarAround = (known: Known) => ({ ...board(known), select: calendarOf });
