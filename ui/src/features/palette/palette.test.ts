import { expect, test } from 'vitest';
import type { BiasSummary, Indicator } from '../../shared/api/types';
import summary from '../../test/answers/summary.json';
import { entries } from './entries';
import { matches, parts } from './search';

const { items, asOf } = summary as unknown as BiasSummary;
const payrolls: Indicator = {
  indicator: 'us-nonfarm-payrolls', name: 'Nonfarm payrolls', shortName: 'Payrolls', region: 'US', category: 'labour', unit: 'persons', frequency: 'monthly',
  importance: 3, step: 1000, lastReleasedAt: '2021-09-03T12:30:00Z', lastActual: 235000, lastForecast: 720000, lastZ: -2.8, lastMarks: [], adjustment: 'sa', group: 'us-jobs', polarity: 1, releases: 1, stage: 'first', successor: null, transform: 'change', validFrom: null, validTo: null,
  overdue: false,
};
const never: Indicator = { ...payrolls, indicator: 'us-new', name: 'New payrolls', lastReleasedAt: null, lastActual: null, lastForecast: null, lastZ: null };
const all = entries({ items, catalogue: [payrolls, never], actions: [{ name: 'Copy the board as CSV', key: 'c', run: () => {} }], asOf: undefined, reference: asOf });
const names = (text: string) => matches(all, text).map(({ name }) => name);

test('an instrument is found by its id and by its name', () => {
  expect(names('eurusd')[0]).toBe('EURUSD');
  expect(names('eur')[0]).toBe('EURUSD');
  expect(names('euro dollar')[0]).toBe('EURUSD');
});

test('an indicator shows its last release and leads to its page', () => {
  const [first] = matches(all, 'pay');
  expect(first?.name).toBe('US Nonfarm payrolls');
  expect(first?.note).toBe('Fri 3 Sep 14:30: 235K vs 720K −2.8σ');
  expect(first?.target).toEqual({ to: 'indicator', id: 'us-nonfarm-payrolls' });
});

test('its last release leads to the time machine', () => {
  expect(matches(all, 'go to last payrolls')[0]).toMatchObject({ name: 'Go to the last US Nonfarm payrolls', target: { to: 'instant', asOf: '2021-09-03T12:30:00Z' } });
});

test('an indicator without a release has a page and no last release', () => {
  expect(matches(all, 'new payrolls').map(({ kind, note }) => [kind, note])).toEqual([['Indicator', 'no release yet']]);
});

test('boards and the actions of the page are found by their words', () => {
  expect(names('japan')).toContain('Reasons from Japan');
  expect(names('sort score')[0]).toBe('Sorted by score');
  expect(names('csv')[0]).toBe('Copy the board as CSV');
});

test('back to live is offered only in the time machine', () => {
  const machine = entries({ items, catalogue: [], actions: [], asOf, reference: asOf });
  expect(matches(machine, 'live')[0]?.target).toEqual({ to: 'instant', asOf: undefined });
  expect(names('back to live')).toEqual([]);
});

test('every word must match, and special characters are plain text', () => {
  expect(names('eurusd nothing')).toEqual([]);
  expect(names('(.*')).toEqual([]);
});

test('matches are marked in the name', () => {
  expect(parts('US Nonfarm payrolls', 'pay')).toEqual([{ text: 'US Nonfarm ', hit: false }, { text: 'pay', hit: true }, { text: 'rolls', hit: false }]);
  expect(parts('EURUSD', '')).toEqual([{ text: 'EURUSD', hit: false }]);
});
