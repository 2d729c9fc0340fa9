import { expect, test } from 'vitest';
import { normalScore } from './normal';

// 100 × erf(z/√2) from printed tables of the normal distribution.
test.each([[0, 0], [0.5, 38.2924923], [1, 68.2689492], [-1, -68.2689492], [2, 95.4499736], [3, 99.7300204], [-6, -99.9999998]])('the score of Z %d is %d', (z, score) => {
  expect(normalScore(z)).toBeCloseTo(score, 4);
});
