import { expect, test } from 'vitest';
import type { BiasExplanation } from '../../shared/api/types';
import recorded from '../../test/answers/explanation.json';
import { ordered, sidesOf, subtotals } from './why';

const answer = recorded as unknown as BiasExplanation;

test('the first side is the direction of the score', () => {
  const { first, second } = sidesOf(answer);
  expect(first.name).toBe('For');
  expect(first.drivers.every(({ contribution }) => contribution > 0)).toBe(true);
  expect(second.drivers.every(({ contribution }) => contribution < 0)).toBe(true);
});

test('a neutral score names up and down, up first', () => {
  const neutral = { ...answer, label: 'neutral' as const, z: -0.1, reasonsFor: answer.reasonsAgainst, reasonsAgainst: answer.reasonsFor };
  expect(sidesOf(neutral)).toEqual({ first: { name: 'Up', drivers: answer.reasonsFor }, second: { name: 'Down', drivers: answer.reasonsAgainst } });
});

test('categories are sorted by the size of their sum', () => {
  expect(subtotals({ labour: 0.1, trade: -0.4, growth: 0.2 }).map(({ category }) => category)).toEqual(['trade', 'growth', 'labour']);
});

test('newest first sorts by age', () => {
  const ages = ordered(answer.contributions, 'newest').map(({ ageDays }) => ageDays);
  expect(ages).toEqual(ages.toSorted((a, b) => a - b));
});
