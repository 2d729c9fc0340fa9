import type { CalendarItem } from '../../shared/api/types';

/** How many days a step searches at first, and how many if it finds nothing. */
export const REACH_DAYS = [7, 60] as const;

/** The nearest release time before or after `from`. Undefined if there is none. */
export function nearestRelease(items: readonly CalendarItem[], from: string, direction: 1 | -1): string | undefined {
  const instants = items.filter(({ actual }) => actual !== null).map(({ releasedAt }) => releasedAt);
  if (direction > 0) return instants.filter((instant) => instant > from).toSorted()[0];
  return instants.filter((instant) => instant < from).toSorted().at(-1);
}
