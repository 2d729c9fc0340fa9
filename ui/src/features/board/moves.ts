import type { CalendarItem, Label, ReleaseEffect } from '../../shared/api/types';
import { causes } from './headline';

/** The releases of one instant: the most important one, and the number of others. */
export interface Cause {
  instant: string;
  lead: CalendarItem;
  others: number;
}

/** Groups releases by instant, because an effect on the scores belongs to the instant, not to one of its releases. */
export function causesByInstant(released: readonly CalendarItem[]): Cause[] {
  const byInstant = new Map<string, Cause>();
  for (const item of causes(released)) {
    const known = byInstant.get(item.releasedAt);
    byInstant.set(item.releasedAt, known ? { ...known, others: known.others + 1 } : { instant: item.releasedAt, lead: item, others: 0 });
  }
  return [...byInstant.values()];
}

/** The causes to show: the largest surprises, and always the one at the instant that moved most. */
export function shownCauses(causes: readonly Cause[], most: string | undefined, count: number): Cause[] {
  const first = causes.slice(0, count);
  const missing = causes.slice(count).find(({ instant }) => instant === most);
  return missing ? [...first.slice(0, -1), missing] : first;
}

export interface Move {
  instrument: string;
  before: number;
  after: number;
  label: Label | null;
}

export interface Effect {
  /** The instruments that moved most, largest move first. Moves of less than a point are left out. */
  moved: Move[];
  labels: number;
  /** The largest move of any score, in points. */
  largest: number;
}

const MOST = 2;

/** The effect of one instant: the difference between the scores one second before it and at it. */
export function effectOf({ items }: ReleaseEffect): Effect {
  const moves = items.flatMap(({ instrument, before, after, labelAfter }): Move[] =>
    (before === null || after === null ? [] : [{ instrument, before, after, label: labelAfter }]));
  const by = ({ before, after }: Move) => Math.abs(after - before);
  return {
    largest: Math.max(0, ...moves.map(by)),
    moved: moves.filter((move) => by(move) >= 1).toSorted((a, b) => by(b) - by(a)).slice(0, MOST),
    labels: items.filter(({ labelBefore, labelAfter }) => labelBefore !== labelAfter).length,
  };
}

/** The effect of each release instant. */
export const effectsByInstant = (effects: readonly ReleaseEffect[]): ReadonlyMap<string, Effect> =>
  new Map(effects.map((effect) => [effect.releasedAt, effectOf(effect)]));
