import type { AssetClass, BiasItem, BiasSummary, Driver } from '../../shared/api/types';
import { ASSET_CLASSES, leaning, THIN } from '../../shared/format/labels';

export const SORTS = {
  class: 'by class',
  score: 'by score',
  strength: 'by strength',
  day: 'by 24 h change',
  week: 'by 7 d change',
  health: 'by data health',
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

/** Whether the label is another one than 24 hours ago. */
export function labelChanged({ label, change }: BiasItem): boolean {
  return change.labelDayBefore !== null && label !== null && change.labelDayBefore !== label;
}

export function counts(items: readonly BiasItem[]): string {
  const of = (kind: string) => items.filter(({ label }) => label !== null && leaning(label) === kind).length;
  const without = items.filter(({ label }) => label === null).length;
  return `${of('bullish')} bullish · ${of('neutral')} neutral · ${of('bearish')} bearish${without === 0 ? '' : ` · ${without} without a label`}`;
}

const size = (value: number | null) => (value === null ? null : Math.abs(value));

const KEYS: Record<Exclude<SortKey, 'class'>, (item: BiasItem) => number | null> = {
  score: (item) => item.score,
  strength: (item) => size(item.score),
  day: (item) => size(item.change.day),
  week: (item) => size(item.change.week),
  health: (item) => item.health,
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

/** How a row with the same inputs as another is marked: as a part of a bracket, or by the name of the other. */
export type Same = { place: 'first' | 'middle' | 'last'; rows: number } | { as: string };

/**
 * The rows whose contributions are proportional to those of another row. In the order of the catalogue adjacent ones are
 * bracketed; a row apart, or in another order, names the first of them. Rows of thin coverage are left out.
 */
export function sameInputs(rows: readonly BiasItem[], sort: Sort = 'class'): Map<string, Same> {
  const full = rows.filter(({ reason }) => reason !== THIN);
  const root = (item: BiasItem) => item.sameInputsAs ?? item.instrument;
  const marks = new Map<string, Same>();
  full.forEach((item, index) => {
    const alike = (other: BiasItem | undefined) => sort === 'class' && other !== undefined && other.assetClass === item.assetClass && root(other) === root(item);
    const [before, after] = [alike(full[index - 1]), alike(full[index + 1])];
    const rows = full.filter((other) => alike(other)).length;
    if (before || after) marks.set(item.instrument, { place: !before ? 'first' : after ? 'middle' : 'last', rows });
    else if (item.sameInputsAs !== null) marks.set(item.instrument, { as: item.sameInputsAs });
  });
  return marks;
}

export interface RowReason {
  /** Empty unless the score is neutral; then both directions are named. */
  word: '' | 'Up' | 'Down';
  /** The largest in the direction of the score, the largest against it, the second in its direction. */
  place: 'first' | 'against' | 'third';
  driver: Driver;
}

/** The largest contribution in the direction of the score, the largest against it, and the second in its direction, for wide screens. A neutral score names up first. */
export function rowReasons({ label, z, reasonsFor, reasonsAgainst }: BiasItem): RowReason[] {
  const neutral = label === 'neutral';
  const falls = neutral && (z ?? 0) < 0;
  const [first, second] = falls ? [reasonsAgainst[0], reasonsFor[0]] : [reasonsFor[0], reasonsAgainst[0]];
  const third = falls ? reasonsAgainst[1] : reasonsFor[1];
  const row = (driver: Driver | undefined, word: 'Up' | 'Down', place: RowReason['place']): RowReason[] => (driver ? [{ word: neutral ? word : '', place, driver }] : []);
  return [...row(first, 'Up', 'first'), ...row(second, 'Down', 'against'), ...row(third, 'Up', 'third')];
}

export const CSV_HEADER = ['as_of', 'run_id', 'weight_set', 'formula', 'sample_only', 'instrument', 'name', 'asset_class', 'score', 'label', 'z', 'change_day', 'change_week', 'agreement', 'breadth', 'new_share', 'health', 'coverage', 'freshness', 'quality', 'reason', 'same_inputs_as', 'reasons_for', 'reasons_against'];

const reasonCells = (drivers: readonly Driver[]) => drivers.map(({ releaseId, z, contribution }) => `${releaseId} z=${z} contribution=${contribution}`).join('; ');

export function csvRow(item: BiasItem, run: BiasSummary) {
  const { instrument, name, assetClass, score, label, z, change, agreement, breadth, newShare, health, coverage, freshness, quality, reason } = item;
  return [run.asOf, run.runId, run.weightSet, run.formula, String(run.sampleOnly), instrument, name, assetClass, score, label, z, change.day, change.week, agreement, breadth, newShare, health, coverage, freshness, quality, reason, item.sameInputsAs, reasonCells(item.reasonsFor), reasonCells(item.reasonsAgainst)];
}
