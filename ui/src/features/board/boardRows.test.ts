import { expect, test } from 'vitest';
import type { BiasSummary } from '../../shared/api/schema';
import recorded from '../../test/answers/summary.json';
import { arranged, groups, labelBefore, labelChanged, nextSort, steady } from './boardRows';

const { items } = recorded as BiasSummary;
const row = (id: string) => {
  const found = items.find(({ instrument }) => instrument === id);
  if (!found) throw new Error(id);
  return found;
};

test('rows keep the order of the catalogue inside their class', () => {
  const fx = groups(arranged(items, { class: 'fx' }))[0];
  expect(fx?.items.map(({ instrument }) => instrument)).toEqual(items.filter((i) => i.assetClass === 'fx').map((i) => i.instrument));
  expect(fx?.note).toBe('3 bullish · 2 neutral · 3 bearish');
});

test('bonds say that the bias is that of the price', () => {
  expect(groups(arranged(items, { class: 'government-bond' }))[0]?.note).toContain('bias of the price');
});

test('a row without a value comes last in every sort order', () => {
  for (const sort of ['score', 'score.asc', 'strength', 'day', 'week', 'confidence', 'agreement.asc'] as const) {
    expect(arranged(items, { sort }).at(-1)?.instrument).toBe('BTCUSD');
  }
});

test('the label of 24 hours ago follows from the score at that time', () => {
  expect(labelBefore(row('USDJPY'))).toBe('bearish');
  expect(labelChanged(row('USDJPY'))).toBe(true);
  expect(labelChanged(row('EURUSD'))).toBe(false);
  expect(labelBefore(row('BTCUSD'))).toBeNull();
});

test('sorting by score puts the highest first, ascending the lowest', () => {
  const scores = (sort: 'score' | 'score.asc') => arranged(items, { sort }).slice(0, -1).map(({ score }) => score ?? 0);
  expect(scores('score')).toEqual(scores('score').toSorted((a, b) => b - a));
  expect(scores('score.asc')).toEqual(scores('score').toReversed().toSorted((a, b) => a - b));
});

test('a region filter keeps the rows with one of their reasons from it', () => {
  const rows = arranged(items, { region: 'GB' });
  expect(rows.map(({ instrument }) => instrument)).toEqual(items.filter((i) => i.drivers.some((d) => d.region === 'GB')).map((i) => i.instrument));
  expect(rows.length).toBeGreaterThan(0);
  expect(arranged(items, { region: 'CH' })).toEqual([]);
});

test('clicks on a column header sort by largest, by smallest, then by the order of the catalogue', () => {
  expect(nextSort(undefined, 'score')).toBe('score');
  expect(nextSort('score', 'score')).toBe('score.asc');
  expect(nextSort('score.asc', 'score')).toBeUndefined();
  expect(nextSort('score', 'day')).toBe('day');
});

test('new figures leave every row in its place', () => {
  const order = arranged(items, { sort: 'score' }).map(({ instrument }) => instrument);
  const moved = items.map((item) => ({ ...item, score: item.score === null ? null : -item.score }));
  const rows = steady(moved, order);
  expect(rows.map(({ instrument }) => instrument)).toEqual(order);
  expect(rows[0]?.score).toBe(-(arranged(items, { sort: 'score' })[0]?.score ?? 0));
});
