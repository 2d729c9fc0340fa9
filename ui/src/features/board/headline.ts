import type { BiasItem, CalendarItem } from '../../shared/api/schema';
import { plain } from '../../shared/format/numbers';
import { labelChanged } from './boardRows';

export interface Headline {
  sentence: string;
  note: string;
}

function word(category: string, z: number): string {
  const [up, down] = { inflation: ['hotter', 'cooler'], monetary: ['tighter', 'looser'] }[category] ?? ['stronger', 'weaker'];
  return z >= 0 ? (up ?? '') : (down ?? '');
}

export const labels = (count: number) => `${count} ${count === 1 ? 'label' : 'labels'} changed.`;

/** Prefixes the region, unless the short name already starts with it. */
export function withRegion(region: string, shortName: string): string {
  return shortName.startsWith(`${region} `) ? shortName : `${region} ${shortName}`;
}

function phrase({ region, shortName, category, z }: CalendarItem): string {
  return `${withRegion(region, shortName)} ${plain(Math.abs(z ?? 0), 1)}σ ${word(category, z ?? 0)} than expected.`;
}

/** Releases with a usable z, ordered by importance times size. */
export function causes(released: readonly CalendarItem[]): CalendarItem[] {
  const weight = (item: CalendarItem) => item.importance * Math.abs(item.z ?? 0);
  return released.filter(({ z, actual }) => z !== null && actual !== null).toSorted((a, b) => weight(b) - weight(a));
}

/** The headline of the board. Null if no instrument has a 24-hour change. */
export function headline(items: readonly BiasItem[], released: readonly CalendarItem[]): Headline | null {
  const known = items.filter(({ change }) => change.day !== null);
  if (known.length === 0) return null;
  const changed = items.filter(labelChanged).length;
  const moved = known.filter(({ change }) => Math.abs(change.day ?? 0) >= 15).length;
  const out = released.filter(({ actual }) => actual !== null).length;
  const note = `${out} ${out === 1 ? 'release' : 'releases'}; ${moved} of ${items.length} instruments moved by 15 points or more`;
  const first = causes(released)[0];
  if (changed > 0) return { sentence: first ? `${phrase(first)} ${labels(changed)}` : labels(changed), note };
  const quiet = 'No label changed in the last 24 hours.';
  return { sentence: first ? `${quiet} Largest surprise: ${phrase(first)}` : quiet, note };
}
