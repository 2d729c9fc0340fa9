import { expect, test } from 'vitest';
import { age, fullDay, instant, shiftedDays, soon, tradingDay, periodName } from './times';

// The tests run in Europe/Berlin.
test('a time is shown in the reader’s time zone, with the year only if it differs', () => {
  expect(instant('2021-09-03T13:00:00Z', '2021-12-31T00:00:00Z')).toBe('Fri 3 Sep 15:00');
  expect(instant('2021-09-03T13:00:00Z', '2026-01-01T00:00:00Z')).toBe('Fri 3 Sep 2021 15:00');
  expect(instant('2021-07-13T12:30:00Z', '2021-01-01T00:00:00Z', true)).toBe('Tue 13 Jul 14:30:00');
  expect(fullDay('2021-12-31T14:00:00Z')).toBe('Fri 31 Dec 2021');
});

test('age is in minutes, then hours, then days', () => {
  expect(age('2021-09-03T12:30:00Z', '2021-09-03T13:00:00Z')).toBe('30 min');
  expect(age('2021-09-03T09:00:00Z', '2021-09-03T13:00:00Z')).toBe('4 h');
  expect(age('2021-07-29T12:30:00Z', '2021-09-03T13:00:00Z')).toBe('36 d');
});

test('a future time is a countdown, then a weekday, then a date', () => {
  const now = '2021-09-03T13:15:00Z';
  expect(soon('2021-09-03T14:00:00Z', now)).toBe('in 45 min');
  expect(soon('2021-09-06T06:00:00Z', now)).toBe('Mon 08:00');
  expect(soon('2021-09-16T06:00:00Z', now)).toBe('16 Sep');
});

test('a shifted time is in whole seconds and UTC', () => {
  expect(shiftedDays('2021-09-03T13:00:00Z', -1)).toBe('2021-09-02T13:00:00Z');
});

test('a daily close is a trading date, even where the reader’s clock is past midnight', () => {
  expect(tradingDay('2021-09-03T22:00:00Z')).toBe('3 Sep 2021');
});

test('a period is named by its month or quarter, another by its first day', () => {
  expect(periodName('2021-08-01', 'monthly')).toBe('Aug 2021');
  expect([1, 3, 4, 12].map((month) => periodName(`2021-${String(month).padStart(2, '0')}-01`, 'quarterly'))).toEqual(['Q1 2021', 'Q1 2021', 'Q2 2021', 'Q4 2021']);
  expect([periodName('2021-08-28', 'weekly'), periodName('2021-08-28', undefined)]).toEqual(['28 Aug 2021', '28 Aug 2021']);
});
