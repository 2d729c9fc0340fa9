import { expect, test } from 'vitest';
import type { BiasSummary, Calendar } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import summary from '../../test/answers/summary.json';
import { causesByInstant, effectOf, shownCauses } from './moves';

const { items } = summary as unknown as BiasSummary;
const released = (calendar as Calendar).items.filter(({ actual }) => actual !== null);

test('releases of one instant are one cause, led by the most important', () => {
  const causes = causesByInstant(released);
  expect(causes.map(({ lead, others }) => [lead.shortName, others])).toEqual([['Payrolls', 1], ['Retail', 0], ['Services PMI final', 0]]);
});

test('the largest moves come first, and moves of less than a point are left out', () => {
  const after = items.map((item) => ({ ...item, score: { EURUSD: 70, USDJPY: -20, GBPUSD: 74.9 }[item.instrument] ?? item.score }));
  expect(effectOf(items, after).moved.map(({ instrument, before }) => [instrument, before])).toEqual([['USDJPY', -90.7], ['EURUSD', 81.3]]);
});

test('labels that changed are counted', () => {
  const after = items.map((item) => (item.instrument === 'EURUSD' ? { ...item, label: 'neutral' as const } : item));
  expect(effectOf(items, after).labels).toBe(1);
  expect(effectOf(items, items)).toEqual({ moved: [], labels: 0, largest: 0 });
});

test('the cause that moved most is always shown', () => {
  const causes = causesByInstant(released);
  const instants = (most: string | undefined) => shownCauses(causes, most, 2).map(({ instant }) => instant);
  expect(instants(undefined)).toEqual(causes.slice(0, 2).map(({ instant }) => instant));
  expect(instants(causes[2]?.instant)).toEqual([causes[0]?.instant, causes[2]?.instant]);
});
