import type { CalendarItem } from '../../shared/api/schema';

/** How far a step looks at first, and when there is nothing that near. */
export const REACH_DAYS = [7, 60] as const;

/** The nearest instant of a release before or after `from`, among those given; undefined where there is none. */
export function nearestRelease(items: readonly CalendarItem[], from: string, direction: 1 | -1): string | undefined {
  const instants = items.filter(({ actual }) => actual !== null).map(({ releasedAt }) => releasedAt);
  if (direction > 0) return instants.filter((at) => at > from).toSorted()[0];
  return instants.filter((at) => at < from).toSorted().at(-1);
}
