import { expect, test } from 'vitest';
import type { BiasSummary, Calendar } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import summary from '../../test/answers/summary.json';
import { newsBetween, type Snapshot } from './news';

const { items } = summary as unknown as BiasSummary;
const released = (calendar as Calendar).items.filter(({ actual }) => actual !== null);
const before: Snapshot = { runId: 'a', asOf: '2021-09-03T12:00:00Z', items, released: released.filter(({ region }) => region !== 'US') };
const moved = items.map((item) => (item.instrument === 'EURUSD' ? { ...item, score: -45, label: 'bearish' as const } : item));
const after: Snapshot = { runId: 'b', asOf: '2021-09-03T12:30:00Z', items: moved, released };

test('a new release is named, with the rows and labels that it moved', () => {
  const news = newsBetween(before, after);
  expect(news?.release?.releaseId).toBe('us-nonfarm-payrolls@2021-09-03');
  expect(news?.labels).toBe(1);
  expect([...(news?.before ?? [])]).toEqual([['EURUSD', 81.3]]);
  expect(news?.widest).toBe('EURUSD');
});

test('the same run is not news', () => {
  expect(newsBetween(before, { ...after, runId: 'a' })).toBeNull();
});

test('decay from one hour to the next is not news', () => {
  expect(newsBetween({ ...before, released }, after)).toBeNull();
});

test('a correction at the same instant changes rows without a release', () => {
  const news = newsBetween({ ...before, released, asOf: after.asOf }, after);
  expect(news?.release).toBeNull();
  expect(news?.before.size).toBe(1);
});

test('a change too small to be visible highlights no row', () => {
  const hardly = items.map((item) => (item.score === null ? item : { ...item, score: Math.round(item.score) }));
  expect(newsBetween(before, { ...after, items: hardly })?.before.size).toBe(0);
});
