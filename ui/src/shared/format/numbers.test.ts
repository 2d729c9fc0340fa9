import { expect, test } from 'vitest';
import { plain, score, sigmas, signed, signTone, wholePercent } from './numbers';

test('negative numbers have U+2212, positive ones a plus sign', () => {
  expect(signed(-2.75, 2)).toBe('\u22122.75');
  expect(signed(0.41, 2)).toBe('+0.41');
  expect(sigmas(-2.8034)).toBe('\u22122.8σ');
});

test('a value that rounds to zero has no sign', () => {
  expect(signed(-0.004, 2)).toBe('0.00');
  expect(score(0.3)).toBe('0');
  expect(plain(-0.2, 0)).toBe('0');
});

test('percent is rounded down, so that 100% means complete', () => {
  expect(wholePercent(0.9999)).toBe('99%');
  expect(wholePercent(1)).toBe('100%');
  expect(wholePercent(0.29)).toBe('29%');
  expect(wholePercent(null)).toBe('–');
});

test('what rounds to zero has no colour of a direction', () => {
  expect([signTone(-0.04, 1), signTone(0, 2), signTone(0.004, 2)]).toEqual(['quiet', 'quiet', 'quiet']);
  expect([signTone(-0.05, 1), signTone(0.06, 1)]).toEqual(['bear', 'bull']);
});
