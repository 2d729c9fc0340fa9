import { expect, test } from 'vitest';
import { readAsOf, stepped } from './asOf';

test('an instant in the URL is read to the second in UTC', () => {
  expect(readAsOf({ asOf: '2021-09-03T14:30:00+02:00' })).toEqual({ asOf: '2021-09-03T12:30:00Z' });
  expect(readAsOf({ asOf: '2021-09-03' })).toEqual({ asOf: '2021-09-03T23:59:59Z' });
});

test('a wrong instant falls back to live and is told', () => {
  expect(readAsOf({ asOf: 'yesterday' })).toEqual({ wrongAsOf: 'yesterday' });
  expect(readAsOf({ asOf: '2021-13-45T00:00:00Z' })).toEqual({ wrongAsOf: '2021-13-45T00:00:00Z' });
  expect(readAsOf({})).toEqual({});
});

test('a step past the clock leads back to live', () => {
  const now = Date.parse('2021-09-03T13:00:00Z');
  expect(stepped('2021-09-03T00:00:00Z', -1, now)).toBe('2021-09-02T00:00:00Z');
  expect(stepped('2021-09-03T00:00:00Z', 1, now)).toBeUndefined();
});
