import { expect, test } from 'vitest';
import { sparklinePaths } from './Sparkline';

test('the scale is ±100 whatever the scores are', () => {
  expect(sparklinePaths([-100, 0, 100])).toEqual(['M3.0 21.0L40.0 12.0L77.0 3.0']);
  expect(sparklinePaths([1, 2])).toEqual(['M3.0 11.9L77.0 11.8']);
});

test('a day without a score is a gap, not a zero', () => {
  expect(sparklinePaths([null, 50, 50, null, 0])).toHaveLength(2);
  expect(sparklinePaths([null, null])).toEqual([]);
});
