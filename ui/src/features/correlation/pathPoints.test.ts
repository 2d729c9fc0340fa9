import { expect, test } from 'vitest';
import { pieces, years } from './pathPoints';

const point = (until: string, r: number | null) => ({ until, r, lower: r === null ? null : r - 0.1, upper: r === null ? null : r + 0.1, observations: 52, effective: 40, reason: r === null ? ('too-few-observations' as const) : null });

test('a row without a correlation is a gap, and zero is none', () => {
  const path = { window: 52, points: [point('2021-01-01T22:00:00Z', null), point('2021-01-08T22:00:00Z', 0), point('2021-01-15T22:00:00Z', 0.1), point('2021-01-22T22:00:00Z', null), point('2021-01-29T22:00:00Z', -0.2)] };
  expect(pieces(path).map((piece) => piece.map(({ r }) => r))).toEqual([[0, 0.1], [-0.2]]);
  expect(pieces({ window: 52, points: [] })).toEqual([]);
});

test('the years that begin on the path are marked', () => {
  expect(years(Date.parse('2019-06-01T00:00:00Z'), Date.parse('2021-02-01T00:00:00Z')).map(({ year }) => year)).toEqual([2020, 2021]);
  expect(years(Date.parse('2021-02-01T00:00:00Z'), Date.parse('2021-03-01T00:00:00Z'))).toEqual([]);
});
