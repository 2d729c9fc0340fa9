import { expect, test } from 'vitest';
import { readTimes, stepped } from './asOf';

test('both times of the address are read to the second in UTC', () => {
  expect(readTimes({ asOf: '2021-09-03T14:30:00+02:00', recordedAt: '2026-11-01' }, Date.parse('2026-11-02T00:00:00Z')))
    .toEqual({ asOf: '2021-09-03T12:30:00Z', recordedAt: '2026-11-01T23:59:59Z', invalid: [] });
});

test('a value that is not a valid time is named, and the page stays live', () => {
  expect(readTimes({ asOf: 'yesterday' }).asOf).toBeUndefined();
  expect(readTimes({ asOf: 'yesterday', recordedAt: '2021-02-30' }).invalid.map(({ parameter, text }) => [parameter, text]))
    .toEqual([['asOf', 'yesterday'], ['recordedAt', '2021-02-30']]);
  expect(readTimes({})).toEqual({ invalid: [] });
});

test('a step into the future goes back to live', () => {
  const now = Date.parse('2021-09-03T13:00:00Z');
  expect(stepped('2021-09-03T00:00:00Z', -1, undefined, now)).toBe('2021-09-02T00:00:00Z');
  expect(stepped('2021-09-03T00:00:00Z', 1, undefined, now)).toBeUndefined();
});

test('a step beyond the last answer goes to live, a step back from it does not', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(stepped('2021-12-30T00:00:00Z', 7, '2021-12-31T01:00:00Z', now)).toBeUndefined();
  expect(stepped('2021-12-30T00:00:00Z', 1, '2021-12-31T01:00:00Z', now)).toBe('2021-12-31T00:00:00Z');
  expect(stepped('2022-01-30T00:00:00Z', -1, '2021-12-31T01:00:00Z', now)).toBe('2022-01-29T00:00:00Z');
});
