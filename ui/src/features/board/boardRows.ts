import type { AssetClass, BiasItem, Label } from '../../shared/api/schema';
import { ASSET_CLASSES, labelOf, leaning } from '../../shared/format/labels';

export const SORTS = {
  class: 'by class',
  score: 'by score',
  strength: 'by strength',
  day: 'by 24 h change',
  week: 'by 7 d change',
  confidence: 'by confidence',
  agreement: 'by agreement',
} as const;
export type SortKey = keyof typeof SORTS;
export type Sort = SortKey | `${SortKey}.asc`;
export const SORT_KEYS = Object.keys(SORTS) as SortKey[];

export const sortKey = (sort: Sort): SortKey => sort.replace('.asc', '') as SortKey;
export const isAscending = (sort: Sort): boolean => sort.endsWith('.asc');

/** A click on a column header sorts largest first, then smallest first, then restores the order of the catalogue. */
export function nextSort(now: Sort | undefined, key: SortKey): Sort | undefined {
  if (now === key) return `${key}.asc`;
  return now === `${key}.asc` ? undefined : key;
}

export interface BoardGroup {
  name: string | null;
  note: string;
  items: BiasItem[];
}

/** The label of 24 hours ago, from the score and its change. Null if either is null. */
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

const size = (value: number | null) => (value === null ? null : Math.abs(value));

const KEYS: Record<Exclude<SortKey, 'class'>, (item: BiasItem) => number | null> = {
  score: (item) => item.score,
  strength: (item) => size(item.score),
  day: (item) => size(item.change.day),
  week: (item) => size(item.change.week),
  confidence: (item) => item.confidence,
  agreement: (item) => item.agreement,
};

/** Rows without a value come last in both directions. Equal values keep the order of the catalogue. */
function sorted(items: readonly BiasItem[], sort: Sort): BiasItem[] {
  const chosen = sortKey(sort);
  if (chosen === 'class') return [...items];
  const key = KEYS[chosen];
  const direction = isAscending(sort) ? 1 : -1;
  const known = items.filter((item) => key(item) !== null);
  return [...known.toSorted((a, b) => direction * ((key(a) ?? 0) - (key(b) ?? 0))), ...items.filter((item) => key(item) === null)];
}

export interface Arrangement {
  class?: AssetClass | undefined;
  region?: string | undefined;
  sort?: Sort | undefined;
}

/** The regions of a row's three largest reasons. */
export const regionsOf = (item: BiasItem): Set<string> => new Set(item.drivers.map(({ region }) => region));

/** The rows to show, in order. A region filter keeps the rows with one of their three largest reasons from that region. */
export function arranged(items: readonly BiasItem[], { class: chosen, region, sort = 'class' }: Arrangement): BiasItem[] {
  const fits = (item: BiasItem) => (chosen === undefined || item.assetClass === chosen) && (region === undefined || regionsOf(item).has(region));
  return sorted(items.filter(fits), sort);
}

/** The rows of the board: grouped by class in the order of the catalogue, or one sorted list. */
export function groups(rows: readonly BiasItem[], sort: Sort = 'class'): BoardGroup[] {
  if (sort !== 'class') return rows.length === 0 ? [] : [{ name: null, note: '', items: [...rows] }];
  return ASSET_CLASSES.map(({ code, name }) => {
    const members = rows.filter(({ assetClass }) => assetClass === code);
    const note = counts(members) + (code === 'government-bond' ? ' · bias of the price' : '');
    return { name, note, items: members };
  }).filter((group) => group.items.length > 0);
}

/** The newer figures in the given order of rows: a release may highlight a row but never moves it. */
export function steady(items: readonly BiasItem[], order: readonly string[]): BiasItem[] {
  const byId = new Map(items.map((item) => [item.instrument, item]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

export const CSV_HEADER = ['instrument', 'name', 'asset_class', 'score', 'label', 'z', 'change_day', 'change_week', 'confidence', 'agreement', 'reason'];

export function csvRow(item: BiasItem) {
  const { instrument, name, assetClass, score, label, z, change, confidence, agreement, reason } = item;
  return [instrument, name, assetClass, score, label, z, change.day, change.week, confidence, agreement, reason];
}
