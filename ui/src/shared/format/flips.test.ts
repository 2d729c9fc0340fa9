import { expect, test } from 'vitest';
import type { FlipPoint } from '../api/types';
import { chance, comes, flipWords, noFlip } from './flips';

const jobs = { unit: 'percent', step: 0.1 };
const flip: FlipPoint = { label: 'neutral', sigmas: 1.81, value: 5.24, firstValue: 5.3, firstSigmas: 1.9, probability: 0.064 };

test('a flip states the first figure that can be reported, its surprise, and how often one as large came', () => {
  expect(flipWords(flip, jobs, 48)).toEqual({ atLeast: true, figure: '5.3%', surprise: '+1.9σ', chance: '6% (48)' });
  expect(flipWords({ ...flip, value: 4.78, firstValue: 4.7 }, jobs, 48)).toMatchObject({ atLeast: false, figure: '4.7%' });
});

test('a higher figure can be the weaker surprise: the direction is that of the figure', () => {
  expect(flipWords({ ...flip, sigmas: -1.81, firstSigmas: -1.9 }, jobs, 48)).toMatchObject({ atLeast: true, figure: '5.3%', surprise: '−1.9σ' });
});

test('without a forecast the flip is a surprise, and with few surprises it has no probability', () => {
  expect(flipWords({ ...flip, sigmas: -0.64, value: null, firstValue: null, firstSigmas: null, probability: null }, jobs, 4))
    .toEqual({ atLeast: false, figure: '−0.6σ', surprise: null, chance: null });
});

test('no probability reads as certain', () => {
  expect([0, 0.004, 0.026, 0.5, 0.994, 0.996, 1].map(chance)).toEqual(['<1%', '<1%', '3%', '50%', '99%', '>99%', '>99%']);
});

test('a release that nobody announced comes about a day', () => {
  const now = '2021-09-03T13:00:00Z';
  expect(comes({ releasedAt: '2021-09-03T14:00:00Z', scheduled: true }, now)).toBe('in 1 h');
  expect(comes({ releasedAt: '2021-09-06T22:00:00Z', scheduled: false }, now)).toBe('about Tue');
});

test('a row without a release that could change it says why', () => {
  const now = { score: 50, label: 'bullish' as const, z: 0.6, reason: null };
  expect(noFlip({ now, next: null }, 7)).toBe('None within 7 days');
  expect(noFlip({ now: { ...now, label: null, reason: 'thin-coverage' }, next: null }, 7)).toBe('No label to change');
});
