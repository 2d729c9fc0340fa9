import { expect, test } from 'vitest';
import { localInstant, readInstant } from './instants';

test.each([
  ['2021-09-03T12:30:00Z', '2021-09-03T12:30:00Z'],
  ['2021-09-03T14:30:00+02:00', '2021-09-03T12:30:00Z'],
  ['2021-09-03T14:30:00+0200', '2021-09-03T12:30:00Z'],
  ['2021-09-03T14:30:00 02:00', '2021-09-03T12:30:00Z'],
  ['2021-09-03T12:30Z', '2021-09-03T12:30:00Z'],
  ['2021-09-03T12:30:00.75Z', '2021-09-03T12:30:00Z'],
  ['2021-09-03', '2021-09-03T23:59:59Z'],
])('%s means %s', (typed, instant) => expect(readInstant(typed)).toEqual({ instant }));

test.each([
  ['yesterday', 'is not a valid time'],
  ['2021-02-30T12:00:00Z', 'is a date that does not exist'],
  ['2021-02-29', 'is a date that does not exist'],
  ['2021-13-01', 'is a date that does not exist'],
  ['2021-09-03T24:30:00Z', 'is a clock time that does not exist'],
  ['2021-09-03T12:30:00', 'names no time zone'],
  ['2999-01-01T00:00:00Z', 'is in the future'],
])('%s %s, and is never moved to another time', (typed, fault) => {
  expect('fault' in readInstant(typed) && readInstant(typed)).toEqual({ fault: expect.stringContaining(fault) });
});

test('an hour that the clock skips is no time', () => {
  expect(localInstant('2021-03-28', '02:30')).toBeNull();
  expect(localInstant('2021-03-28', '03:30')).toBe(Date.parse('2021-03-28T01:30:00Z'));
  expect(localInstant('', '')).toBeNull();
});
