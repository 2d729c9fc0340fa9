import { expect, test } from 'vitest';
import type { RegimeItem, RegimePoint } from '../../shared/api/types';
import { blocks, changesAYear, detail, isHeld, odds, sentence, spot, trail, undetermined } from './regimeFigures';

const scores = { months: 92, up: 0.1, persistence: 0.2 };
const axis = (composite: number | null, state: 'up' | 'down' | 'undetermined' = 'up', distance: number | null = 1): RegimePoint['growth'] =>
  ({ composite, state, reason: composite === null ? 'too-few-data' : null, up: 0.8, distance, probability: true, scores, switching: { upper: null, lowerMean: null, upperMean: null, lowerMonths: null, upperMonths: null, reason: 'too-few-months', probability: false, scores: { months: 0, up: null, persistence: null } } });
const point = (monthEnd: string, quadrant: RegimePoint['quadrant'], growth = axis(0.43), inflation = axis(2.82), dwell = 6): RegimePoint =>
  ({ monthEnd, quadrant, dwell, growth, inflation, correlation: 0.1, odds: { goldilocks: 0.001, reflation: 0.74, stagflation: 0.255, slowdown: 0.004, probability: true } });
const item = (region: RegimeItem['region'], latest: RegimePoint | null): RegimeItem => ({ region, latest, growthMembers: [], inflationMembers: [] });

test('a composite beyond the plane lies at its edge, and one that is missing has no place', () => {
  expect(spot(point('2021-08-31', 'reflation', axis(-9), axis(0)))).toEqual({ monthEnd: '2021-08-31', growth: -4, inflation: 0 });
  expect(spot(point('2021-08-31', 'undetermined', axis(null)))).toBeNull();
});

test('the trail has thirteen month-ends and does not cross a gap', () => {
  const months = Array.from({ length: 20 }, (_, index) => point(`2020-${index}`, 'reflation'));
  expect(trail(months)).toHaveLength(13);
  months[15] = point('gap', 'undetermined', axis(null));
  expect(trail(months).map(({ monthEnd }) => monthEnd)).toEqual(['2020-16', '2020-17', '2020-18', '2020-19']);
});

test('month-ends of one quadrant are one block', () => {
  expect(blocks([point('a', 'undetermined'), point('b', 'reflation'), point('c', 'reflation'), point('d', 'slowdown')]))
    .toEqual([{ quadrant: 'undetermined', from: 'a', to: 'a', months: 1 }, { quadrant: 'reflation', from: 'b', to: 'c', months: 2 }, { quadrant: 'slowdown', from: 'd', to: 'd', months: 1 }]);
});

test('changes a year count determined month-ends only, and need a year of them', () => {
  const year = [...Array.from({ length: 7 }, () => point('', 'reflation')), ...Array.from({ length: 6 }, () => point('', 'slowdown'))];
  expect(changesAYear(year)).toBe(1);
  expect(changesAYear([point('', 'undetermined'), ...year])).toBe(1);
  expect(changesAYear(year.slice(1))).toBeNull();
});

test('the sentence counts the regions of each quadrant and names the nearest to a change', () => {
  const items = [item('US', point('', 'reflation')), item('AU', point('', 'reflation', axis(0.3, 'up', 0.55))), item('GB', point('', 'slowdown')), item('CA', point('', 'undetermined', axis(null, 'undetermined', null)))];
  expect(sentence(items)).toBe('Of the 3 regions with enough data, reflation in 2, slowdown in 1. Australia is nearest to a change.');
  expect(sentence([item('US', null)])).toBe('No region has enough data yet.');
});

test('a state that the composite has left is held', () => {
  expect(isHeld(axis(0.24))).toBe(true);
  expect(isHeld(axis(0.25))).toBe(false);
  expect(isHeld(axis(-0.11, 'down'))).toBe(true);
  expect(isHeld(axis(-0.25, 'down'))).toBe(false);
  expect(isHeld(axis(0, 'undetermined'))).toBe(false);
});

test('a region states its months and how far a change is, or why it has no quadrant', () => {
  expect(detail(item('US', point('', 'reflation', axis(0.43, 'up', 0.68), axis(2.82, 'up', 3.07))))).toBe('United States: Reflation for 6 month-ends. Growth is 0.68 above where a change begins; inflation is 3.07 above where a change begins.');
  expect(detail(item('US', point('', 'reflation', axis(-0.3, 'up', -0.05), axis(2, 'up', null), 1)))).toBe('United States: Reflation for 1 month-end. Growth has been beyond the band once and changes if it stays there.');
  expect(undetermined(point('', 'undetermined', axis(null, 'undetermined', null)))).toBe('growth: under half of the weight');
});

test('odds below half a percent have no place', () => {
  expect(odds(point('', 'reflation')).map(({ text }) => text)).toEqual(['Re 74%', 'St 26%']);
  expect(odds({ ...point('', 'reflation'), odds: null })).toEqual([]);
});
