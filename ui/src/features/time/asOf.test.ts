import { expect, test } from 'vitest';
import { readAsOf, stepped } from './asOf';

test('a time in the address is read to the second in UTC', () => {
  expect(readAsOf({ asOf: '2021-09-03T14:30:00+02:00' })).toEqual({ asOf: '2021-09-03T12:30:00Z' });
  expect(readAsOf({ asOf: '2021-09-03' })).toEqual({ asOf: '2021-09-03T23:59:59Z' });
});

test('a value that is not a valid time is named, and the page stays live', () => {
  expect(readAsOf({ asOf: 'yesterday' })).toEqual({ invalidAsOf: 'yesterday' });
  expect(readAsOf({ asOf: '2021-13-45T00:00:00Z' })).toEqual({ invalidAsOf: '2021-13-45T00:00:00Z' });
  expect(readAsOf({})).toEqual({});
});

test('a step into the future goes back to live', () => {
  const now = Date.parse('2021-09-03T13:00:00Z');
  expect(stepped('2021-09-03T00:00:00Z', -1, now)).toBe('2021-09-02T00:00:00Z');
  expect(stepped('2021-09-03T00:00:00Z', 1, now)).toBeUndefined();
});
