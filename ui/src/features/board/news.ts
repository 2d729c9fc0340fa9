import type { BiasItem, CalendarItem } from '../../shared/api/types';
import { bySurprise } from './causes';

/** What the board showed at one run. */
export interface Snapshot {
  runId: string;
  asOf: string;
  items: readonly BiasItem[];
  /** Releases with an actual, known at the run's instant. */
  released: readonly CalendarItem[];
}

/** What changed on the board while it was open. */
export interface News {
  runId: string;
  /** The most important of the new releases. Null if only known figures changed. */
  release: CalendarItem | null;
  labels: number;
  /** The previous score of each row that changed. */
  before: ReadonlyMap<string, number | null>;
  /** The instrument that moved most. Null if none did. */
  widest: string | null;
}

const shown = (score: number | null) => (score === null ? null : Math.round(score));
const known = (items: readonly CalendarItem[]) => new Set(items.map(({ releaseId }) => releaseId));

/** The change from one run to the next. Null if no release arrived: the hourly decay of the scores is not news. */
export function newsBetween(before: Snapshot, after: Snapshot): News | null {
  if (before.runId === after.runId) return null;
  const old = known(before.released);
  const fresh = after.released.filter(({ releaseId }) => !old.has(releaseId));
  if (fresh.length === 0 && after.asOf > before.asOf) return null;
  const was = new Map(before.items.map((item) => [item.instrument, item]));
  const changed = after.items.filter((item) => {
    const then = was.get(item.instrument);
    return then !== undefined && (shown(then.score) !== shown(item.score) || then.label !== item.label);
  });
  const move = (item: BiasItem) => Math.abs((item.score ?? 0) - (was.get(item.instrument)?.score ?? 0));
  return {
    runId: after.runId,
    release: bySurprise(fresh)[0] ?? fresh[0] ?? null,
    labels: changed.filter((item) => was.get(item.instrument)?.label !== item.label).length,
    before: new Map(changed.map(({ instrument }) => [instrument, was.get(instrument)?.score ?? null])),
    widest: changed.toSorted((a, b) => move(b) - move(a))[0]?.instrument ?? null,
  };
}
