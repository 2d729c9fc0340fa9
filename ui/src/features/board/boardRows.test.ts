import { expect, test } from 'vitest';
import type { BiasSummary } from '../../shared/api/types';
import recorded from '../../test/answers/summary.json';
import { arranged, csvRow, CSV_HEADER, groups, labelChanged, nextSort, rowReasons, sameInputs, steady } from './boardRows';

const answer = recorded as unknown as BiasSummary;
const { items } = answer;
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
  for (const sort of ['score', 'score.asc', 'strength', 'day', 'week', 'health', 'agreement.asc'] as const) {
    expect(arranged(items, { sort }).at(-1)?.instrument).toBe('BTCUSD');
  }
});

test('a label has changed if it was another one 24 hours ago, not where one of them is missing', () => {
  expect(labelChanged(row('USDJPY'))).toBe(true);
  expect(labelChanged(row('EURUSD'))).toBe(false);
  expect(labelChanged(row('BTCUSD'))).toBe(false);
  expect(labelChanged({ ...row('BTCUSD'), change: { day: null, week: null, labelDayBefore: 'bearish' } })).toBe(false);
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

test('adjacent rows with the same inputs are bracketed, and named after a sort', () => {
  expect(sameInputs(items).get('SPX')).toEqual({ place: 'first', rows: 2 });
  expect(sameInputs(items).get('NDX')).toEqual({ place: 'last', rows: 2 });
  expect(sameInputs(items).get('DAX')).toBeUndefined();
  expect(sameInputs(items, 'score').get('NDX')).toEqual({ as: 'SPX' });
  expect(sameInputs(items, 'score').get('SPX')).toBeUndefined();
});

test('a row of thin coverage is in no bracket, in no label count and without a label', () => {
  const thin = items.map((item) => (item.instrument === 'NDX' ? { ...item, label: null, reason: 'thin-coverage' as const } : item));
  expect(sameInputs(thin).size).toBe(0);
  expect(groups(thin).find(({ name }) => name === 'Equity indices')?.note).toContain('1 without a label');
});

test('the first reason is in the direction of the score, the second against it; a neutral row names up and down', () => {
  const bearish = rowReasons(row('USDJPY'));
  expect(bearish.map(({ place, driver }) => [place, Math.sign(driver.contribution)])).toEqual([['first', -1], ['against', 1], ['third', -1]]);
  expect(bearish.every(({ word }) => word === '')).toBe(true);
  expect(rowReasons({ ...row('AUDNZD'), z: -0.1, reasonsFor: row('USDJPY').reasonsFor, reasonsAgainst: row('EURUSD').reasonsFor }).map(({ word }) => word)).toEqual(['Up', 'Down', 'Up']);
});

test('a row of the CSV carries time, run and reasons', () => {
  const cells = csvRow(row('EURUSD'), answer);
  const cell = (name: string) => cells[CSV_HEADER.indexOf(name)];
  expect(cells).toHaveLength(CSV_HEADER.length);
  expect(cell('as_of')).toBe(answer.asOf);
  expect(cell('run_id')).toBe(answer.runId);
  expect(cell('reasons_for')).toContain('us-gdp-qq-advance@2021-07-29 z=-3.61 contribution=0.41');
});
