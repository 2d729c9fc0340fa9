import type { CalendarItem, Label, ReleaseCause } from '../../shared/api/types';

/** A release time of the last 24 hours and what it did to the scores. */
export interface Cause {
  instant: string;
  /** The release that added most to the biases. */
  lead: CalendarItem;
  /** How many other releases with a surprise there were at that time. */
  others: number;
  labels: number;
  /** The instruments that moved most; those whose label changed come first. */
  moved: Move[];
}

export interface Move {
  instrument: string;
  before: number;
  after: number;
  label: Label | null;
}

/** The causes of the summary with their figures from the calendar, in the order of the summary: the largest move first. */
export function causesOf(causes: readonly ReleaseCause[], released: readonly CalendarItem[]): Cause[] {
  const byId = new Map(released.map((item) => [item.releaseId, item]));
  return causes.flatMap(({ releasedAt, releases, labels, moves }): Cause[] => {
    const lead = byId.get(releases[0]?.releaseId ?? null);
    if (lead === undefined) return [];
    const moved = moves.flatMap(({ instrument, before, after, labelAfter }): Move[] => (before === null || after === null ? [] : [{ instrument, before, after, label: labelAfter }]));
    return [{ instant: releasedAt, lead, others: releases.length - 1, labels, moved }];
  });
}

/** Releases with a usable z, the largest surprise first: importance times |z|. */
export function bySurprise(released: readonly CalendarItem[]): CalendarItem[] {
  const weight = (item: CalendarItem) => item.importance * Math.abs(item.z ?? 0);
  return released.filter(({ z, actual }) => z !== null && actual !== null).toSorted((a, b) => weight(b) - weight(a));
}
