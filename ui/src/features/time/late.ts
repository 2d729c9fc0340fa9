import type { Calendar } from '../../shared/api/types';

/** A source may take some minutes, so an announced release is named only half an hour after its time. */
export const DELAYED_AFTER_MINUTES = 30;

export interface Late {
  /** The regions of these releases, the one with most first. */
  regions: string[];
  count: number;
  /** When the oldest of them was due. */
  since: string;
  /** Whether a publisher is late, which lowers data health; else its releases are only delayed. */
  late: boolean;
}

/** Releases whose figures have not arrived: the outstanding ones, and the announced ones due for half an hour. Null if there are none. */
export function lateIn({ items, completeness }: Pick<Calendar, 'items' | 'completeness'>, asOf: string): Late | null {
  const limit = Date.parse(asOf) - DELAYED_AFTER_MINUTES * 60_000;
  const due = items.filter(({ state, stateReason, releasedAt }) => state === 'due' && stateReason === 'announced' && Date.parse(releasedAt) <= limit);
  const since = [completeness.since, ...due.map(({ releasedAt }) => releasedAt)].filter((time) => time !== null).toSorted()[0];
  if (since === undefined) return null;
  const counts = new Map<string, number>(completeness.regions.filter(({ outstanding }) => outstanding > 0).map(({ region, outstanding }) => [region, outstanding]));
  due.forEach(({ region }) => counts.set(region, (counts.get(region) ?? 0) + 1));
  const ordered = [...counts].toSorted(([, first], [, second]) => second - first);
  return { regions: ordered.map(([region]) => region), count: ordered.reduce((sum, [, count]) => sum + count, 0), since, late: completeness.outstanding > 0 };
}

/** "US", "US and EA", "US, EA and 2 more". */
export function regionList(regions: readonly string[]): string {
  const [first = '', second = ''] = regions;
  if (regions.length <= 2) return regions.join(' and ');
  return `${first}, ${second} and ${regions.length - 2} more`;
}
