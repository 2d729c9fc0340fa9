import type { BiasItem, BiasSummary, CalendarItem, Lead } from '../../shared/api/types';
import { plain, score } from '../../shared/format/numbers';
import { clock, day, sameDay, weekdayClock } from '../../shared/format/times';
import { labelChanged } from './boardRows';
import type { Effect } from './moves';

export interface Headline {
  sentence: string;
  /** The release that leads many rows. Null if none leads a third of them. */
  leader: string | null;
  note: string;
}

function word(category: string, z: number): string {
  const [up, down] = { inflation: ['hotter', 'cooler'], monetary: ['tighter', 'looser'] }[category] ?? ['stronger', 'weaker'];
  return z >= 0 ? (up ?? '') : (down ?? '');
}

const counted = (count: number) => `${count} ${count === 1 ? 'label' : 'labels'} changed`;
export const labels = (count: number) => `${counted(count)}.`;

/** Prefixes the region, unless the short name already starts with it. */
export function withRegion(region: string, shortName: string): string {
  return shortName.startsWith(`${region} `) ? shortName : `${region} ${shortName}`;
}

function phrase({ region, shortName, category, z }: CalendarItem): string {
  return `${withRegion(region, shortName)} ${plain(Math.abs(z ?? 0), 1)}σ ${word(category, z ?? 0)} than expected`;
}

/** Releases with a usable z, ordered by importance times size. */
export function causes(released: readonly CalendarItem[]): CalendarItem[] {
  const weight = (item: CalendarItem) => item.importance * Math.abs(item.z ?? 0);
  return released.filter(({ z, actual }) => z !== null && actual !== null).toSorted((a, b) => weight(b) - weight(a));
}

/** The instant with the largest change of any score. */
export function largestInstant(effects: ReadonlyMap<string, Effect>): string | undefined {
  return [...effects].toSorted(([, a], [, b]) => b.largest - a.largest)[0]?.[0];
}

const THIRD = 1 / 3;

/** "US GDP (29 Jul) leads 16 of 26 rows. Without it SPX +99 → +12." */
export function leaderLine(lead: Lead | null, items: readonly BiasItem[], asOf: string): string | null {
  if (lead === null || lead.of === 0 || lead.rows / lead.of < THIRD) return null;
  const when = sameDay(lead.releasedAt, asOf) ? '' : ` (${day(lead.releasedAt, asOf)})`;
  const now = (id: string) => items.find(({ instrument }) => instrument === id)?.score ?? null;
  const moves = lead.without.flatMap(({ instrument, score: then }) => {
    const current = now(instrument);
    return current === null || then === null ? [] : [{ instrument, current, then }];
  });
  const most = moves.toSorted((a, b) => Math.abs(b.current - b.then) - Math.abs(a.current - a.then))[0];
  const without = most ? ` Without it ${most.instrument} ${score(most.current)} would be ${score(most.then)}.` : '';
  return `${withRegion(lead.region, lead.shortName)}${when} leads ${lead.rows} of ${lead.of} rows.${without}`;
}

function sentenceOf(answer: BiasSummary, released: readonly CalendarItem[], effects: ReadonlyMap<string, Effect>): string {
  const inDay = answer.items.filter((item) => labelChanged(item, answer.labelBounds)).length;
  const at = largestInstant(effects);
  const lead = causes(released).find(({ releasedAt }) => releasedAt === at);
  if (at === undefined || lead === undefined) return inDay === 0 ? 'Nothing moved a label in 24 hours.' : `${counted(inDay)} in 24 hours.`;
  const own = effects.get(at)?.labels ?? 0;
  if (inDay === 0 && own === 0) return `Nothing moved a label in 24 hours. Largest surprise: ${phrase(lead)}.`;
  const time = sameDay(at, answer.asOf) ? clock(at) : weekdayClock(at);
  return `${phrase(lead)}: ${own === 0 ? 'no label changed' : counted(own)} at ${time}. ${inDay} in 24 hours.`;
}

/** The headline of the board, from the instant with the largest change of any score. Null if no instrument has a 24-hour change. */
export function headline(answer: BiasSummary, released: readonly CalendarItem[], effects: ReadonlyMap<string, Effect>): Headline | null {
  const known = answer.items.filter(({ change }) => change.day !== null);
  if (known.length === 0) return null;
  const moved = known.filter(({ change }) => Math.abs(change.day ?? 0) >= 15).length;
  const out = released.filter(({ actual }) => actual !== null).length;
  return {
    sentence: sentenceOf(answer, released, effects),
    leader: leaderLine(answer.lead, answer.items, answer.asOf),
    note: `${out} ${out === 1 ? 'release' : 'releases'}, ${moved} of ${answer.items.length} moved by 15 or more`,
  };
}
