import { expect, test } from 'vitest';
import type { BiasExplanation } from '../../shared/api/schema';
import recorded from '../../test/answers/explanation.json';
import { ordered, why } from './why';

const answer = recorded as BiasExplanation;

test('three reasons for, two against, by size', () => {
  const { pro, contra, sumFor, sumAgainst } = why(answer);
  expect(pro).toHaveLength(3);
  expect(contra.every(({ contribution }) => contribution < 0)).toBe(true);
  const total = answer.contributions.reduce((sum, { contribution }) => sum + contribution, 0);
  expect(sumFor + sumAgainst).toBeCloseTo(total, 12);
});

test('for a bearish instrument the negative contributions are the reasons for', () => {
  expect(why({ ...answer, z: -1 }).pro.every(({ contribution }) => contribution < 0)).toBe(true);
});

test('newest first sorts by age', () => {
  const ages = ordered(answer.contributions, 'newest').map(({ ageDays }) => ageDays);
  expect(ages).toEqual(ages.toSorted((a, b) => a - b));
});
