import { expect, test } from 'vitest';
import type { CalendarItem, Indicator, IndicatorReleases, Release } from '../../shared/api/types';
import catalogue from '../../test/answers/indicators.json';
import recorded from '../../test/answers/releases.json';
import { beyond, binOf, bins, consensusSentence, HEADER, inRange, kindWord, lastSentence, nextOf, releaseRow, seriesNote, shownSpan, ticks } from './indicatorFigures';

const { items, asOf } = recorded as unknown as IndicatorReleases;
const payrolls = catalogue.items.find(({ indicator }) => indicator === 'us-nonfarm-payrolls') as unknown as Indicator;
const last = items.at(-1) as Release;

test('the sentence says what was printed against what, and how far off it was', () => {
  expect(lastSentence(last, payrolls)).toBe('235K against a consensus of 720K: 2.8σ weaker than expected.');
  expect(lastSentence({ ...last, z: 2.8 }, { ...payrolls, category: 'inflation' })).toContain('2.8σ hotter than expected.');
  expect(lastSentence({ ...last, z: 0.01 }, payrolls)).toBe('235K against a consensus of 720K: as expected.');
  expect(lastSentence({ ...last, z: null, forecastKind: 'model' }, payrolls)).toBe('235K against a model forecast of 720K.');
  expect(lastSentence({ ...last, z: null, forecastKind: 'naive', marks: ['naive-forecast'] }, payrolls)).toBe('235K against a naive forecast of 720K.');
  expect(lastSentence({ ...last, z: null, forecastKind: 'vendor' }, payrolls)).toBe('235K against a forecast of 720K.');
  expect(lastSentence({ ...last, marks: ['no-forecast'] }, payrolls)).toContain('against 720K in force');
  expect(lastSentence({ ...last, forecast: null, z: null }, payrolls)).toBe('235K, without a forecast.');
});

test('a forecast names its kind once', () => {
  expect(kindWord(last)).toBe('consensus');
  expect(kindWord({ forecastKind: 'nowcast', marks: [] })).toBe('nowcast');
  expect(kindWord({ forecastKind: 'naive', marks: ['naive-forecast'] })).toBe('');
  expect(kindWord({ forecastKind: null, marks: [] })).toBe('');
});

test('the consensus record names direction, size and how often; without releases it says so', () => {
  expect(consensusSentence({ releases: 140, meanMiss: -0.123, sameDirection: 0.549 })).toBe('On average of 140 releases, the actual was 0.12σ below the forecast. 54% of the misses went that way.');
  expect(consensusSentence({ releases: 1, meanMiss: 0, sameDirection: null })).toBe('On average of 1 release, the actual was neither above nor below the forecast.');
  expect(consensusSentence({ releases: 0, meanMiss: null, sameDirection: null })).toContain('nothing can be said');
});

test('every z is in one bin, those beyond ±4 at the ends', () => {
  expect(bins(items).reduce((sum, { count }) => sum + count, 0)).toBe(items.filter(({ z }) => z !== null).length);
  expect([-9, -4, -3.5, -0.01, 0, 3.99, 4, 9].map(binOf)).toEqual([0, 0, 1, 7, 8, 15, 15, 15]);
  expect(beyond([{ ...last, z: 2.1 }, { ...last, z: -2 }, { ...last, z: null }], 2)).toBe(0.5);
  expect(beyond([], 2)).toBeNull();
});

test('ticks are round, cover the values, and are never nearer than the step', () => {
  expect(ticks([0.2, 0.9], 0.1)).toHaveLength(5);
  expect(ticks([5.2], 0.1).map((tick) => Math.round(tick * 10) / 10)).toEqual([5.2, 5.3]);
  const values = items.map(({ actual }) => actual);
  const found = ticks(values, 1000);
  expect(found[0]).toBeLessThanOrEqual(Math.min(...values));
  expect(found.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
});

test('a range ends at the time of the answer', () => {
  expect(inRange(items, '2Y', asOf)[0]?.releasedAt.slice(0, 7)).toBe('2019-09');
  expect(inRange(items, 'All', asOf)).toHaveLength(items.length);
});

test('the next release is ahead and not cancelled, the late one is behind', () => {
  const item = { indicator: payrolls.indicator, actual: null, state: 'scheduled', releasedAt: '2021-10-08T12:30:00Z' } as unknown as CalendarItem;
  const cancelled: CalendarItem = { ...item, state: 'cancelled', releasedAt: '2021-09-20T12:30:00Z' };
  const late: CalendarItem = { ...item, state: 'late', stateReason: 'announced', releasedAt: '2021-09-03T12:30:00Z' };
  const due: CalendarItem = { ...item, state: 'due', stateReason: 'cadence', releasedAt: '2021-09-03T12:30:00Z' };
  expect(nextOf([late, cancelled, item], payrolls.indicator, asOf)).toEqual({ next: item, late });
  expect(nextOf([due, item], payrolls.indicator, asOf)).toEqual({ next: item, late: undefined });
  expect(nextOf([item], 'us-cpi-mom', asOf)).toEqual({ next: undefined, late: undefined });
});

test('a series that is overdue, has ended or has not begun says so', () => {
  expect(seriesNote(payrolls, asOf, undefined)).toBeNull();
  expect(seriesNote({ ...payrolls, overdue: true }, asOf, undefined)).toContain('Overdue: no release for twice its period.');
  expect(seriesNote({ ...payrolls, validTo: '2020-01-31' }, asOf, payrolls)).toBe('Ended on 2020-01-31. Nonfarm payrolls replaced it.');
  expect(seriesNote({ ...payrolls, validFrom: '2022-01-01' }, asOf, undefined)).toBe('In force from 2022-01-01 on.');
});

test('a row of the CSV has every column', () => expect(releaseRow(last)).toHaveLength(HEADER.length));

test('a few values far from the others are left outside the scale, one series of equal values is not', () => {
  const usual = Array.from({ length: 58 }, (_, index) => 100 + index);
  expect(shownSpan([...usual, -20_537, 4_800])).toEqual({ low: 100, high: 157 });
  expect(shownSpan([...usual, 60])).toEqual({ low: 60, high: 157 });
  expect(shownSpan([5, 5, 5, 9])).toEqual({ low: 5, high: 9 });
  expect(shownSpan([7])).toEqual({ low: 7, high: 7 });
});
