import { expect, test } from 'vitest';
import type { CalendarItem, FlipPoint, FlipRelease } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import scenario from '../../test/answers/scenario.json';
import type { Calendar, ScenarioAnswer } from '../../shared/api/types';
import { byDay, headline, pastRows, readImportance, readView, rowFlips, setOf, UPCOMING_HEADER, upcomingCsv, upcomingRows, whatIfRows, withSet } from './calendarRows';

const NOW = '2021-09-03T13:00:00Z';
const { items } = calendar as Calendar;
const every = { importance: 'all', region: undefined } as const;
const flip = (label: FlipPoint['label'], firstSigmas: number): FlipPoint => ({ label, sigmas: firstSigmas * 0.9, value: 1, firstValue: 1.1, firstSigmas, probability: 0.1 });
const release = (indicator: string, releasedAt: string, found: FlipRelease['items']): FlipRelease => ({
  releaseId: null, indicator, name: indicator, shortName: indicator, region: 'US', releasedAt, scheduled: true, unit: 'index', step: 0.1,
  forecast: 50, forecastKind: 'survey', marks: [], sigma: 1, sigmaObservations: 40, reason: null, pastSurprises: 40, bandwidth: 0.4, items: found,
});
const item = (change: Partial<CalendarItem>): CalendarItem => ({ ...(items.find(({ indicator }) => indicator === 'us-ism-services') as CalendarItem), ...change });

test('what is to come has no figure, is after the time shown and is not called off', () => {
  const rows = upcomingRows([
    item({ indicator: 'before', releasedAt: '2021-09-03T12:59:59Z' }), item({ indicator: 'now', releasedAt: NOW }), item({ indicator: 'next', releasedAt: '2021-09-03T13:00:01Z' }),
    item({ indicator: 'off', state: 'cancelled' }), item({ indicator: 'known', actual: 0 }), item({ indicator: 'guess', state: 'expected' }),
  ], [], NOW, every);
  expect(rows.map(({ item: { indicator } }) => indicator)).toEqual(['next', 'guess']);
});

test.each([
  ['all', ['low', 'low-flips', 'middle', 'high']], ['flip', ['low-flips', 'middle', 'high']], ['2', ['middle', 'high']], ['3', ['high']],
] as const)('importance %s shows %j', (importance, shown) => {
  const at = '2021-09-06T08:00:00Z';
  const all = [item({ indicator: 'low', importance: 1, releasedAt: at }), item({ indicator: 'low-flips', importance: 1, releasedAt: at }), item({ indicator: 'middle', importance: 2, releasedAt: at }), item({ indicator: 'high', importance: 3, releasedAt: at })];
  const flips = [release('low-flips', at, [{ instrument: 'EURUSD', score: 50, label: 'bullish', flips: [flip('neutral', 1)] }]), release('low', '2021-09-07T08:00:00Z', [{ instrument: 'EURUSD', score: 50, label: 'bullish', flips: [flip('neutral', 1)] }])];
  expect(upcomingRows(all, flips, NOW, { importance, region: undefined }).map(({ item: { indicator } }) => indicator)).toEqual(shown);
});

test('a region keeps its own releases', () => {
  expect(upcomingRows([item({ region: 'US' }), item({ region: 'GB', indicator: 'gb' })], [], NOW, { importance: 'all', region: 'GB' }).map(({ item: { indicator } }) => indicator)).toEqual(['gb']);
});

test('the flips of a release come nearest first, whatever their sign', () => {
  const found = rowFlips(release('a', NOW, [{ instrument: 'EURUSD', score: 50, label: 'bullish', flips: [flip('strongly-bullish', 2.5), flip('neutral', -3)] }, { instrument: 'SPX', score: 0, label: 'neutral', flips: [flip('bearish', -0.4)] }]));
  expect(found.map(({ instrument, flip: { firstSigmas } }) => [instrument, firstSigmas])).toEqual([['SPX', -0.4], ['EURUSD', 2.5], ['EURUSD', -3]]);
  expect(rowFlips(undefined)).toEqual([]);
});

test('the past goes back 48 hours, the newest first, and zero is a figure', () => {
  const past = pastRows([item({ indicator: 'old', releasedAt: '2021-09-01T13:00:00Z', actual: 1 }), item({ indicator: 'first', releasedAt: '2021-09-01T13:00:01Z', actual: 0 }), item({ indicator: 'last', releasedAt: NOW, actual: 2 }), item({ indicator: 'to come', actual: null })], NOW, every);
  expect(past.map(({ indicator }) => indicator)).toEqual(['last', 'first']);
});

test('days are those of the reader', () => {
  // Berlin is two hours ahead of UTC.
  const rows = upcomingRows(['2021-09-06T21:59:00Z', '2021-09-06T22:01:00Z', '2021-09-07T08:00:00Z'].map((releasedAt) => item({ releasedAt })), [], NOW, every);
  expect(byDay(rows).map(({ rows: day }) => day.length)).toEqual([1, 2]);
});

test('the headline is the next announced release of the highest importance, and says what it takes', () => {
  const rows = upcomingRows(items, [release('us-ism-services', '2021-09-03T14:00:00Z', [{ instrument: 'USDCAD', score: -74, label: 'bearish', flips: [{ ...flip('neutral', 3.1), value: 69.8, firstValue: 69.9 }] }])], NOW, every);
  expect(headline(rows, NOW)).toEqual({ title: 'US ISM services in 1 h', sentence: 'Consensus 61.9. It takes 69.9 or more (+3.1σ) to turn USDCAD neutral.' });
  expect(headline(upcomingRows(items, [], NOW, every), NOW)?.sentence).toBe('Consensus 61.9. No figure within 4σ changes a label.');
  expect(headline(rows.filter(({ item: { state } }) => state === 'expected'), NOW)).toBeNull();
});

test('a scenario shows first the instruments whose label it can change, and leaves out those that it does not move', () => {
  const answer = scenario as ScenarioAnswer;
  const usdcad = answer.items[1];
  if (!usdcad) throw new Error('no item');
  const moved = { ...usdcad, instrument: 'moved', grid: usdcad.grid.map((point) => ({ ...point, score: point.sigmas * 30, label: 'bearish' as const })) };
  expect(whatIfRows({ items: [moved, ...answer.items] }).map(({ item: { instrument }, flips }) => [instrument, flips])).toEqual([['USDCAD', true], ['moved', false]]);
});

test('a typed figure replaces that of the release and leaves those of others', () => {
  expect(setOf('a', 'b=2,a=1.5s, c=3')).toBe('1.5s');
  expect(setOf('a', 'aa=2')).toBe('');
  expect(withSet('a', 'b=2,a=1', ' 250K ')).toBe('a=250K,b=2');
  expect(withSet('a', 'a=1', '')).toBeUndefined();
  expect(withSet('a', undefined, '5.3')).toBe('a=5.3');
});

test('an address that is not valid shows the default', () => {
  expect([readView('past'), readView('x'), readView(undefined)]).toEqual(['past', 'upcoming', 'upcoming']);
  expect([readImportance('3'), readImportance('9'), readImportance(undefined)]).toEqual(['3', 'flip', 'flip']);
});

test('every line of the file has a cell for each column', () => {
  const [row] = upcomingRows(items, [release('us-ism-services', '2021-09-03T14:00:00Z', [{ instrument: 'USDCAD', score: -74, label: 'bearish', flips: [flip('neutral', 3.1)] }])], NOW, every);
  if (!row) throw new Error('no row');
  expect(upcomingCsv(row).map((line) => line.length)).toEqual([UPCOMING_HEADER.length]);
  expect(upcomingCsv({ ...row, flips: [] }).map((line) => line.length)).toEqual([UPCOMING_HEADER.length]);
});
