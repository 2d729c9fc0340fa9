import type { HeatMap, HeatMapCell, HeatMapTotal, Indicator } from '../../shared/api/types';
import { signed } from '../../shared/format/numbers';
import { regionName } from '../../shared/format/regions';

type Category = HeatMapCell['category'];
type Region = HeatMapCell['region'];

export const CATEGORIES: Record<Category, string> = {
  growth: 'Growth', labour: 'Labour', inflation: 'Inflation', surveys: 'Surveys', consumption: 'Consumption', housing: 'Housing',
  trade: 'Trade', credit: 'Credit', monetary: 'Monetary', fiscal: 'Fiscal', inventories: 'Inventories',
};

const LONG = 10;
const BREAK = 7;

/** A name that may break with a hyphen where a column is too narrow for it. */
export const breakable = (name: string): string => (name.length > LONG ? `${name.slice(0, BREAK)}\u00AD${name.slice(BREAK)}` : name);

/** The colours end here; the number says more. */
export const RANGE = 3;

/** A cell that moved as far in 7 days has a mark. */
export const MOVED = 0.5;

/** The column of all categories of a region. */
export const ALL = 'all';

export interface Cell {
  region: Region;
  category: Category | typeof ALL;
  z: number | null;
  live: number;
  indicators: number;
  reason: HeatMapTotal['reason'];
  /** How far it moved in 7 days; null where one of the two has no value. */
  moved: number | null;
}

export interface Row {
  region: Region;
  name: string;
  cells: Cell[];
}

const moved = (now: number | null, before: number | null | undefined) => (now === null || before === null || before === undefined ? null : now - before);

/** One row for each region: its categories in the order of the answer, then all of them together. */
export function rowsOf(now: HeatMap, before: HeatMap | undefined): Row[] {
  return now.regions.map((region) => {
    const cells = now.categories.flatMap((category): Cell[] => {
      const cell = now.cells.find((one) => one.region === region && one.category === category);
      const old = before?.cells.find((one) => one.region === region && one.category === category);
      return [cell ? { ...cell, moved: moved(cell.z, old?.z) } : { region, category, z: null, live: 0, indicators: 0, reason: null, moved: null }];
    });
    const total = now.totals.find((one) => one.region === region);
    const old = before?.totals.find((one) => one.region === region);
    const all: Cell[] = total ? [{ region, category: ALL, z: total.z, live: total.live, indicators: total.indicators, reason: total.reason, moved: moved(total.z, old?.z) }] : [];
    return { region, name: regionName(region), cells: [...cells, ...all] };
  });
}

/** The strongest and the weakest region by all of its surprises; null where fewer than two have enough. */
export function sentence(rows: readonly Row[]): string | null {
  const totals = rows.flatMap(({ name, cells }) => cells.filter(({ category, z, reason }) => category === ALL && z !== null && reason === null).map(({ z }) => ({ name, z: z ?? 0 })));
  const sorted = totals.toSorted((a, b) => b.z - a.z);
  const [strongest, weakest] = [sorted[0], sorted.at(-1)];
  if (sorted.length < 2 || strongest === undefined || weakest === undefined) return null;
  return `Strongest ${strongest.name} ${signed(strongest.z, 2)}, weakest ${weakest.name} ${signed(weakest.z, 2)}.`;
}

const SHOWN = 8;

/** The cells of one category that moved most in 7 days; those that moved less than half a σ are left out. */
export function movers(rows: readonly Row[]): Cell[] {
  return rows.flatMap(({ cells }) => cells)
    .filter(({ category, moved: by }) => category !== ALL && by !== null && Math.abs(by) >= MOVED)
    .toSorted((a, b) => Math.abs(b.moved ?? 0) - Math.abs(a.moved ?? 0))
    .slice(0, SHOWN);
}

export const keyOf = ({ region, category }: Pick<Cell, 'region' | 'category'>) => `${region}.${category}`;

/** The cell that the address names; the first with a value where it names none. */
export function chosenCell(rows: readonly Row[], typed: unknown): Cell | undefined {
  const cells = rows.flatMap((row) => row.cells);
  return cells.find((cell) => keyOf(cell) === typed) ?? cells.find(({ z }) => z !== null);
}

/** What a cell says in place of a number. */
export function emptyWords({ indicators, reason }: Pick<Cell, 'indicators' | 'reason'>): { short: string; long: string } {
  if (indicators === 0) return { short: '–', long: 'No indicator.' };
  if (reason === 'no-live-signal') return { short: 'none live', long: 'Every signal has decayed.' };
  if (reason === 'thin-coverage') return { short: 'thin', long: 'Less than half of the weight has a live signal.' };
  return { short: 'no history', long: 'No usable surprise yet.' };
}

const ARROWS: Record<string, readonly [number, number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

/** Where an arrow key leads from a cell; null where it leads out of the table. */
export function neighbour(rows: readonly Row[], from: string, key: string): string | null {
  const [down, right] = ARROWS[key] ?? [0, 0];
  const row = rows.findIndex(({ cells }) => cells.some((cell) => keyOf(cell) === from));
  const column = rows[row]?.cells.findIndex((cell) => keyOf(cell) === from) ?? -1;
  const next = down === 0 && right === 0 ? undefined : rows[row + down]?.cells[column + right];
  return next === undefined ? null : keyOf(next);
}

/** The indicators of a cell, those with a last surprise first, the largest first. */
export function indicatorsOf(catalogue: readonly Indicator[], { region, category }: Pick<Cell, 'region' | 'category'>): Indicator[] {
  const size = ({ lastZ }: Indicator) => (lastZ === null ? -1 : Math.abs(lastZ));
  return catalogue.filter((indicator) => indicator.region === region && (category === ALL || indicator.category === category)).toSorted((a, b) => size(b) - size(a));
}

export const HEADER = ['region', 'category', 'z', 'live', 'indicators', 'reason', 'change_week'];
export const csvRow = ({ region, category, z, live, indicators, reason, moved: by }: Cell) => [region, category, z, live, indicators, reason, by];
