import { expect, test } from 'vitest';
import type { BiasSummary } from '../shared/api/types';
import summary from '../test/answers/summary.json';
import { title } from './useTitle';

const answer = summary as unknown as BiasSummary;

test('the title gives instrument, score and label, in the time machine after the time', () => {
  expect(title('EURUSD', answer, undefined)).toBe('EURUSD +81 bullish · macro-edge');
  expect(title('EURUSD', answer, '2021-09-03T12:30:00Z')).toBe('Fri 3 Sep 2021 14:30:00 · EURUSD +81 bullish · macro-edge');
  expect(title(undefined, answer, undefined)).toBe('macro-edge');
});

test('without a score the title is the name alone', () => {
  expect(title('BTCUSD', answer, undefined)).toBe('BTCUSD · macro-edge');
});
