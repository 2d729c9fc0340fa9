import { expect, test } from 'vitest';
import { causeSpan } from '../../shared/format/causeSpan';
import { nearest, readSpan, stepped, stopsOf, typedSpan, withHandle, xOf } from './span';

const NOW = '2021-09-03T13:00:00Z';
const CLOCK = Date.parse('2026-01-01T00:00:00Z');
const read = (address: object) => readSpan(address, NOW, CLOCK);
const CLOSES = ['2021-08-31T22:00:00Z', '2021-09-01T22:00:00Z', '2021-09-02T22:00:00Z'];
const stops = stopsOf([...CLOSES, '2021-09-03T00:00:00Z'].map((asOf) => ({ asOf })), NOW);
const XS = [0, 10, 20, 30];

test('the address names a preset, or two instants; the end is now unless it says another', () => {
  expect(read({})).toEqual({ span: { since: 'day' }, fault: null });
  expect(read({ change: 'label' }).span).toEqual({ since: 'label' });
  expect(read({ change: 'week', from: '2021-08-30T00:00:00Z' }).span).toEqual({ from: '2021-08-30T00:00:00Z', to: NOW });
  expect(read({ from: '2021-08-30', to: '2021-09-02T12:30:00+02:00' }).span).toEqual({ from: '2021-08-30T23:59:59Z', to: '2021-09-02T10:30:00Z' });
  expect(read({ to: '2021-09-02T12:30:00Z', change: 'week' }).span).toEqual({ since: 'week' });
});

test.each([
  [{ from: 'yesterday' }, /^The start yesterday is not a valid time\..* The last 24 hours are shown\.$/],
  [{ from: '2021-09-01T00:00:00Z', to: '2021-09-31' }, /^The end 2021-09-31 is a date that does not exist\. The last/],
  [{ from: '2021-09-01T00:00:00Z', to: '2021-09-03T13:00:01Z' }, /^The end 2021-09-03T13:00:01Z is after the time shown\./],
  [{ from: NOW }, /^The start .* is not before the end/],
])('the wrong span %j says so and falls back to a day', (address, words) => {
  expect(read(address).span).toEqual({ since: 'day' });
  expect(read(address).fault).toMatch(words);
});

test('typed fields are in the zone of the reader', () => {
  // Berlin is two hours ahead of UTC.
  expect(typedSpan('2021-09-01T14:30', '2021-09-03T15:00:00', NOW)).toEqual({ from: '2021-09-01T12:30:00Z', to: NOW });
  expect(typedSpan('0202-09-01T14:30', '2021-09-03T15:00:00', NOW)).toEqual({ fault: 'The start is not within the years 1900 to 2099.' });
  expect(typedSpan('', '2021-09-03T15:00:00', NOW)).toEqual({ fault: expect.stringMatching(/^Enter a start/) });
  expect(typedSpan('2021-09-01T14:30', '', NOW)).toEqual({ fault: expect.stringMatching(/^Enter an end/) });
  expect(typedSpan('2021-09-01T14:30', '2021-09-03T15:00:01', NOW)).toEqual({ fault: 'The end is after the time shown.' });
  expect(typedSpan('2021-09-02T14:30', '2021-09-02T14:30', NOW)).toEqual({ fault: 'The start is not before the end.' });
});

test('a handle stops at each close, and at last now', () => {
  expect(stops.map(({ instant }) => instant)).toEqual([...CLOSES, NOW]);
});

test('steps go from close to close, from an instant between two to the next one, and not beyond the ends', () => {
  expect(stepped(stops, '2021-09-01T22:00:00Z', 1)?.time).toBe('2021-09-02');
  expect(stepped(stops, '2021-09-01T22:00:00Z', -1)?.time).toBe('2021-08-31');
  expect(stepped(stops, '2021-09-02T12:30:00Z', 1)?.time).toBe('2021-09-02');
  expect(stepped(stops, '2021-09-02T12:30:00Z', -1)?.time).toBe('2021-09-01');
  expect(stepped(stops, '2021-08-31T22:00:00Z', 5)?.instant).toBe(NOW);
  expect(stepped(stops, NOW, 1)?.instant).toBe(NOW);
  expect(stepped(stops, CLOSES[0] ?? '', -5)?.time).toBe('2021-08-31');
});

test('an instant lies between the closes around it, and at the edge where the chart does not reach it', () => {
  expect(xOf(stops, XS, '2021-09-01T10:00:00Z')).toBeCloseTo(5, 9);
  expect([xOf(stops, XS, '2020-01-01T00:00:00Z'), xOf(stops, XS, NOW), xOf(stops, XS, '2021-09-04T00:00:00Z')]).toEqual([0, 30, 30]);
  expect(xOf(stops, [], NOW)).toBeNull();
  expect(xOf(stops, [0, 10, 20, null], NOW)).toBe(20);
});

test('a pointer takes the nearest stop', () => {
  expect([-5, 4, 6, 100].map((x) => nearest(stops, XS, x)?.time)).toEqual(['2021-08-31', '2021-08-31', '2021-09-01', '2021-09-03']);
});

test('the handles keep their order', () => {
  const span = { from: CLOSES[0] ?? '', to: CLOSES[2] ?? '' };
  expect(withHandle(span, 'from', { time: '2021-09-01', instant: CLOSES[1] ?? '' })).toEqual({ from: CLOSES[1], to: CLOSES[2] });
  expect(withHandle(span, 'from', { time: '2021-09-02', instant: CLOSES[2] ?? '' })).toEqual(span);
  expect(withHandle(span, 'to', { time: '2021-08-31', instant: CLOSES[0] ?? '' })).toEqual(span);
});

test('a cause is shown from the second before it', () => {
  expect(causeSpan('2021-09-03T12:30:00Z')).toEqual({ from: '2021-09-03T12:29:59Z', to: '2021-09-03T12:30:00Z' });
});
