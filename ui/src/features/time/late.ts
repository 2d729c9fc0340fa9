import type { CalendarItem } from '../../shared/api/types';

/** A source may take some minutes, so a release counts as late only half an hour after its time. */
export const LATE_AFTER_MINUTES = 30;

export interface Late {
  /** The regions with late releases, the one with most first. */
  regions: string[];
  count: number;
  /** When the oldest of them was due. */
  since: string;
}

/** Releases whose time has passed and whose figures have not arrived. Null if there are none. */
export function lateIn(items: readonly CalendarItem[], asOf: string): Late | null {
  const limit = Date.parse(asOf) - LATE_AFTER_MINUTES * 60_000;
  const late = items.filter(({ state, actual, releasedAt }) => state === 'delayed' && actual === null && Date.parse(releasedAt) <= limit);
  const since = late.map(({ releasedAt }) => releasedAt).toSorted()[0];
  if (since === undefined) return null;
  const count = (code: string) => late.filter(({ region }) => region === code).length;
  const regions = [...new Set(late.map(({ region }) => region))].toSorted((a, b) => count(b) - count(a));
  return { regions, count: late.length, since };
}

/** "US", "US and EA", "US, EA and 2 more". */
export function regionList(regions: readonly string[]): string {
  const [first = '', second = ''] = regions;
  if (regions.length <= 2) return regions.join(' and ');
  return `${first}, ${second} and ${regions.length - 2} more`;
}
