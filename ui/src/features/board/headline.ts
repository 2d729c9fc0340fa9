import type { BiasItem, BiasSummary, CalendarItem, Lead } from '../../shared/api/types';
import { plain, score } from '../../shared/format/numbers';
import { surpriseWord } from '../../shared/format/labels';
import { clock, day, sameDay, weekdayClock } from '../../shared/format/times';
import { labelChanged } from './boardRows';
import { bySurprise, type Cause } from './causes';

export interface Headline {
  sentence: string;
  /** The release that leads many rows. Null if none leads a third of them. */
  leader: string | null;
  note: string;
}

const counted = (count: number) => `${count} ${count === 1 ? 'label' : 'labels'} changed`;
export const labels = (count: number) => `${counted(count)}.`;

/** Prefixes the region, unless the short name already starts with it. */
export function withRegion(region: string, shortName: string): string {
  return shortName.startsWith(`${region} `) ? shortName : `${region} ${shortName}`;
}

function phrase({ region, shortName, category, z }: CalendarItem): string {
  return `${withRegion(region, shortName)} ${plain(Math.abs(z ?? 0), 1)}σ ${surpriseWord(category, z ?? 0)} than expected`;
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

function sentenceOf(answer: BiasSummary, released: readonly CalendarItem[], cause: Cause | undefined): string {
  const inDay = answer.items.filter(labelChanged).length;
  const largest = bySurprise(released)[0];
  if (inDay === 0 && (cause?.labels ?? 0) === 0) return `Nothing moved a label in 24 hours.${largest ? ` Largest surprise: ${phrase(largest)}.` : ''}`;
  if (cause === undefined) return `${counted(inDay)} in 24 hours.`;
  const { instant, lead, others, labels } = cause;
  const time = sameDay(instant, answer.asOf) ? clock(instant) : weekdayClock(instant);
  return `${phrase(lead)}${others > 0 ? ` (& ${others} more)` : ''}: ${labels === 0 ? 'no label changed' : counted(labels)} at ${time}. ${inDay} in 24 hours.`;
}

/** The headline of the board, from the instant with the largest change of any score. Null if no instrument has a 24-hour change. */
export function headline(answer: BiasSummary, released: readonly CalendarItem[], causes: readonly Cause[]): Headline | null {
  const known = answer.items.filter(({ change }) => change.day !== null);
  if (known.length === 0) return null;
  const moved = known.filter(({ change }) => Math.abs(change.day ?? 0) >= 15).length;
  const out = released.filter(({ actual }) => actual !== null).length;
  return {
    sentence: sentenceOf(answer, released, causes[0]),
    leader: leaderLine(answer.lead, answer.items, answer.asOf),
    note: `${out} ${out === 1 ? 'release' : 'releases'}, ${moved} of ${answer.items.length} moved by 15 or more`,
  };
}
