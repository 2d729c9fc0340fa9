import type { AssetClass, BiasItem, Label } from '../../shared/api/schema';
import { ASSET_CLASSES, labelOf, leaning } from '../../shared/format/labels';

export const SORTS = {
  class: 'by class',
  score: 'by score',
  strength: 'by strength',
  day: 'by 24 h change',
  confidence: 'by confidence',
} as const;
export type Sort = keyof typeof SORTS;

export interface BoardGroup {
  name: string | null;
  note: string;
  items: BiasItem[];
}

/** The label of 24 hours ago, from the score and its change; null where either is. */
export function labelBefore(item: BiasItem): Label | null {
  if (item.score === null || item.change.day === null) return null;
  return labelOf(item.score - item.change.day);
}

export function labelChanged(item: BiasItem): boolean {
  const before = labelBefore(item);
  return before !== null && item.label !== null && before !== item.label;
}

export function counts(items: readonly BiasItem[]): string {
  const of = (kind: string) => items.filter(({ label }) => label !== null && leaning(label) === kind).length;
  return `${of('bullish')} bullish · ${of('neutral')} neutral · ${of('bearish')} bearish`;
}

const KEYS: Record<Exclude<Sort, 'class'>, (item: BiasItem) => number | null> = {
  score: (item) => item.score,
  strength: (item) => (item.score === null ? null : Math.abs(item.score)),
  day: (item) => (item.change.day === null ? null : Math.abs(item.change.day)),
  confidence: (item) => item.confidence,
};

/** Largest first, rows without the value last; equals keep the catalogue's order. */
function sorted(items: readonly BiasItem[], key: (item: BiasItem) => number | null): BiasItem[] {
  return items.toSorted((a, b) => (key(b) ?? -Infinity) - (key(a) ?? -Infinity) || 0);
}

/** The board's rows: grouped by class in the catalogue's order, or one sorted list. */
export function groups(items: readonly BiasItem[], filter: AssetClass | undefined, sort: Sort): BoardGroup[] {
  const chosen = items.filter(({ assetClass }) => filter === undefined || assetClass === filter);
  if (sort !== 'class') return chosen.length === 0 ? [] : [{ name: null, note: '', items: sorted(chosen, KEYS[sort]) }];
  return ASSET_CLASSES.map(({ code, name }) => {
    const members = chosen.filter(({ assetClass }) => assetClass === code);
    const note = counts(members) + (code === 'government-bond' ? ' · bias of the price' : '');
    return { name, note, items: members };
  }).filter((group) => group.items.length > 0);
}

export const CSV_HEADER = ['instrument', 'name', 'asset_class', 'score', 'label', 'z', 'change_day', 'change_week', 'confidence', 'agreement', 'reason'];

export function csvRow(item: BiasItem) {
  const { instrument, name, assetClass, score, label, z, change, confidence, agreement, reason } = item;
  return [instrument, name, assetClass, score, label, z, change.day, change.week, confidence, agreement, reason];
}
