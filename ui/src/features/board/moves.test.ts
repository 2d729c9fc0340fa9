import { expect, test } from 'vitest';
import type { BiasSummary, Calendar, ReleaseEffect } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import summary from '../../test/answers/summary.json';
import { causesByInstant, effectOf, shownCauses } from './moves';

const { items } = summary as unknown as BiasSummary;
const released = (calendar as Calendar).items.filter(({ actual }) => actual !== null);

test('releases of one instant are one cause, led by the most important', () => {
  const causes = causesByInstant(released);
  expect(causes.map(({ lead, others }) => [lead.shortName, others])).toEqual([['Payrolls', 1], ['Retail', 0], ['Services PMI final', 0]]);
});

/** An effect that changes some scores and labels of the summary. */
function effect(scores: Record<string, number>, labels: Record<string, 'neutral'> = {}): ReleaseEffect {
  return {
    releasedAt: '2021-09-03T12:30:00Z',
    items: items.map(({ instrument, score, label }) => ({ instrument, before: score, labelBefore: label, after: scores[instrument] ?? score, labelAfter: labels[instrument] ?? label })),
  };
}

test('the largest moves come first, and moves of less than a point are left out', () => {
  expect(effectOf(effect({ EURUSD: 70, USDJPY: -20, GBPUSD: 74.9 })).moved.map(({ instrument, before, after }) => [instrument, before, after]))
    .toEqual([['USDJPY', -90.7, -20], ['EURUSD', 81.3, 70]]);
});

test('labels that changed are counted', () => {
  expect(effectOf(effect({}, { EURUSD: 'neutral' })).labels).toBe(1);
  expect(effectOf(effect({}))).toEqual({ moved: [], labels: 0, largest: 0 });
});

test('an instrument without a score did not move', () => {
  expect(effectOf({ releasedAt: '', items: [{ instrument: 'EURUSD', before: null, labelBefore: null, after: 20, labelAfter: null }] }).moved).toEqual([]);
});

test('the cause that moved most is always shown', () => {
  const causes = causesByInstant(released);
  const instants = (most: string | undefined) => shownCauses(causes, most, 2).map(({ instant }) => instant);
  expect(instants(undefined)).toEqual(causes.slice(0, 2).map(({ instant }) => instant));
  expect(instants(causes[2]?.instant)).toEqual([causes[0]?.instant, causes[2]?.instant]);
});
