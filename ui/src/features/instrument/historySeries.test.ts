import { expect, test } from 'vitest';
import type { BiasHistory } from '../../shared/api/types';
import recorded from '../../test/answers/history.json';
import { axisDay, facts, labelChanges, placed, rangeStart, series, withNow } from './historySeries';

const { points } = recorded as unknown as BiasHistory;

test('a day without a score is a gap, not a zero', () => {
  const [first] = points;
  if (!first) throw new Error('no points');
  expect(series([{ ...first, score: null }])).toEqual([{ time: '2021-03-03' }]);
});

test('the series has each day once, in ascending order', () => {
  const days = series([...points, ...points].reverse()).map(({ time }) => time);
  expect(days).toEqual([...new Set(days)].toSorted());
});

test('the last point is the score of now, even after the close of its day', () => {
  const now = { asOf: `${points.at(-1)?.asOf.slice(0, 10)}T23:00:00Z`, score: 12.5 };
  expect(withNow(points, now).at(-1)).toEqual({ time: now.asOf.slice(0, 10), value: 12.5 });
  expect(withNow(points, now)).toHaveLength(series(points).length);
});

test('ranges end at the time of the answer', () => {
  expect(rangeStart('YTD', '2021-09-03T13:00:00Z')).toBe('2021-01-01T00:00:00Z');
  expect(rangeStart('1M', '2021-09-03T13:00:00Z')).toBe('2021-08-03T13:00:00Z');
});

test('without a score there is no summary', () => expect(facts([])).toBeNull());

test('a label change is told at the close that has the new label, and a close without one is passed over', () => {
  const close = (date: string, label: 'bullish' | 'neutral' | null) => ({ asOf: `2021-09-${date}T22:00:00Z`, label });
  expect(labelChanges([close('01', 'bullish'), close('02', null), close('03', 'bullish'), close('06', null), close('07', 'neutral')]))
    .toEqual([{ time: '2021-09-07', label: 'neutral', before: 'bullish' }]);
});

test('of two marks that are too near the later stays, and one outside has no place', () => {
  expect(placed([-5, 10, 18, 40], (x) => x, 12).map(({ x }) => x)).toEqual([18, 40]);
  expect(placed([1, 2], () => null, 12)).toEqual([]);
});

test('the axis names months by three letters, as everywhere', () => {
  expect([0, 1, 2].map((kind) => axisDay('2021-09-03', kind))).toEqual(['2021', 'Sep', '3']);
  expect(axisDay(1_630_000_000, 1)).toBeNull();
});
