import { expect, test } from 'vitest';
import type { HeatMap } from '../../shared/api/types';
import { ALL, breakable, chosenCell, emptyWords, keyOf, movers, neighbour, rowsOf, sentence } from './heatCells';

const run = { asOf: '2021-09-03T13:00:00Z', runId: 'r', weightSet: 'default', weightsPrior: false, formula: 2, stale: false, sampleOnly: false };
const cell = (region: 'US' | 'EA' | 'CN', category: 'growth' | 'labour', z: number | null, indicators = 3): HeatMap['cells'][number] =>
  ({ region, category, z, live: z === null ? 0 : 2, indicators, reason: z === null && indicators > 0 ? 'no-live-signal' : null });
const total = (region: 'US' | 'EA' | 'CN', z: number | null, reason: HeatMap['totals'][number]['reason'] = null): HeatMap['totals'][number] =>
  ({ region, z, live: 4, indicators: 6, coverage: 0.7, reason });

const now: HeatMap = {
  ...run, regions: ['US', 'EA', 'CN'], categories: ['growth', 'labour'],
  cells: [cell('US', 'growth', -1.2), cell('US', 'labour', 0), cell('EA', 'growth', 0.3), cell('EA', 'labour', null), cell('CN', 'growth', -2.6), cell('CN', 'labour', null, 0)],
  totals: [total('US', -1.2), total('EA', 0.5), total('CN', -2.5)],
};
const before: HeatMap = { ...now, cells: [cell('US', 'growth', -0.7), cell('US', 'labour', 0.49), cell('EA', 'growth', null), cell('CN', 'growth', -0.2)], totals: [total('US', 0)] };
const rows = rowsOf(now, before);

test('a region has its categories in order and then all of them, and zero is a value', () => {
  expect(rows.map(({ name, cells }) => [name, ...cells.map(({ z }) => z)])).toEqual([['United States', -1.2, 0, -1.2], ['Euro area', 0.3, null, 0.5], ['China', -2.6, null, -2.5]]);
});

test('a move needs a value at both ends', () => {
  expect(rows.flatMap(({ cells }) => cells.map(({ moved }) => (moved === null ? null : Number(moved.toFixed(2)))))).toEqual([-0.5, -0.49, -1.2, null, null, null, -2.4, null, null]);
  expect(rowsOf(now, undefined).every(({ cells }) => cells.every(({ moved }) => moved === null))).toBe(true);
});

test('the cells that moved half a σ or more are named, the largest move first, without the sums of regions', () => {
  expect(movers(rows).map(keyOf)).toEqual(['CN.growth', 'US.growth']);
});

test('the sentence names the strongest and the weakest region, and leaves out those of thin coverage', () => {
  expect(sentence(rows)).toBe('Strongest Euro area +0.50, weakest China −2.50.');
  const thin = rowsOf({ ...now, totals: [total('US', -1.2), total('EA', 0.5), total('CN', -2.5, 'thin-coverage')] }, before);
  expect(sentence(thin)).toBe('Strongest Euro area +0.50, weakest United States −1.20.');
  expect(sentence(rowsOf({ ...now, totals: [total('US', 1)] }, before))).toBeNull();
});

test('an empty cell says which of the three it is', () => {
  expect(emptyWords({ indicators: 0, reason: null }).short).toBe('–');
  expect(emptyWords({ indicators: 3, reason: 'no-live-signal' }).short).toBe('none live');
  expect(emptyWords({ indicators: 3, reason: 'no-history' }).short).toBe('no history');
});

test('arrow keys lead from cell to cell and not out of the table', () => {
  expect(neighbour(rows, 'US.growth', 'ArrowDown')).toBe('EA.growth');
  expect(neighbour(rows, 'US.growth', 'ArrowRight')).toBe('US.labour');
  expect(neighbour(rows, 'US.labour', 'ArrowRight')).toBe(`US.${ALL}`);
  expect(neighbour(rows, 'US.growth', 'ArrowUp')).toBeNull();
  expect(neighbour(rows, 'US.growth', 'ArrowLeft')).toBeNull();
  expect(neighbour(rows, 'US.growth', 'Enter')).toBeNull();
});

test('an address that names no cell opens the first with a value', () => {
  expect(keyOf(chosenCell(rows, 'CN.growth') ?? { region: 'US', category: 'growth' })).toBe('CN.growth');
  expect(keyOf(chosenCell(rows, 'XX.growth') ?? { region: 'EA', category: 'growth' })).toBe('US.growth');
});

test('a long name may break, a short one stays whole', () => {
  expect(['Consumption', 'Inventories', 'Inflation'].map((name) => breakable(name).split('\u00AD'))).toEqual([['Consump', 'tion'], ['Invento', 'ries'], ['Inflation']]);
});
