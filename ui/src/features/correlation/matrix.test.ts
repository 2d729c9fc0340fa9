import { expect, test } from 'vitest';
import type { CorrelationPair } from '../../shared/api/types';
import { cellText, chosenPair, interval, ordered, pairOf, partners, readMethod, readPair, sentence, stepTo, strongest } from './matrix';

const pair = (first: string, second: string, r: number | null, differs = true): CorrelationPair =>
  ({ first, second, r, lower: r === null ? null : r - 0.1, upper: r === null ? null : r + 0.1, differs: differs && r !== null, observations: 104, effective: 90, reason: r === null ? 'too-few-observations' : null });
const pairs = [pair('EURUSD', 'GBPUSD', 0.82), pair('EURUSD', 'USDJPY', -0.91), pair('GBPUSD', 'USDJPY', 0, false), pair('EURUSD', 'HSI', null), pair('GBPUSD', 'HSI', null), pair('USDJPY', 'HSI', null)];
const series = ['USDJPY', 'EURUSD', 'HSI', 'GBPUSD'].map((id) => ({ id, name: id, observations: 104 }));

test('series without any correlation are left out, and the order is that of the clusters or of the names', () => {
  expect(ordered({ series, pairs }, 'clusters')).toEqual(['USDJPY', 'EURUSD', 'GBPUSD']);
  expect(ordered({ series, pairs }, 'name')).toEqual(['EURUSD', 'GBPUSD', 'USDJPY']);
});

test('a pair is found whichever series is named first', () => {
  const of = pairOf(pairs);
  expect(of('USDJPY', 'EURUSD')?.r).toBe(-0.91);
  expect(of('EURUSD', 'USDJPY')?.r).toBe(-0.91);
  expect(of('EURUSD', 'EURUSD')).toBeUndefined();
});

test('a cell has two decimals, a sign and no leading zero', () => {
  expect([0.9, -0.35, 0, 0.004, 1, -1, 0.996].map(cellText)).toEqual(['+.90', '−.35', '.00', '.00', '+1.00', '−1.00', '+1.00']);
});

test('the sentence counts the pairs whose interval leaves out zero', () => {
  const shared = { series: 4, effective: 1.84, intensity: 0.1, observations: 104, reason: null, components: [] };
  expect(sentence({ shared, pairs })).toBe('4 series move like 1.8 independent ones; 2 of 3 pairs differ from zero.');
  expect(sentence({ shared: { ...shared, effective: null }, pairs })).toBe('2 of 3 pairs differ from zero.');
  expect(sentence({ shared, pairs: pairs.slice(3) })).toBeNull();
});

test('the partners of a series come by the size of their correlation, whatever its sign', () => {
  expect(partners(pairs, 'EURUSD').map(({ id, r }) => [id, r])).toEqual([['USDJPY', -0.91], ['GBPUSD', 0.82]]);
  expect(partners(pairs, 'HSI')).toEqual([]);
});

test('the most alike and the most opposed do not share a pair, and zero is neither', () => {
  expect(strongest(pairs, false).map(({ r }) => r)).toEqual([0.82]);
  expect(strongest(pairs, true).map(({ r }) => r)).toEqual([-0.91]);
});

test('the address names a pair of two known series, else the strongest is open', () => {
  const ids = ['EURUSD', 'GBPUSD', 'USDJPY'];
  expect(readPair('EURUSD,GBPUSD', ids)).toEqual(['EURUSD', 'GBPUSD']);
  for (const typed of ['EURUSD', 'EURUSD,EURUSD', 'EURUSD,XXX', 'EURUSD,GBPUSD,USDJPY', undefined]) expect(readPair(typed, ids)).toBeNull();
  expect(chosenPair(pairs, ['EURUSD', 'GBPUSD'])).toEqual(['EURUSD', 'GBPUSD']);
  expect(chosenPair(pairs, null)).toEqual(['EURUSD', 'USDJPY']);
  expect(chosenPair([], null)).toBeNull();
});

test('a pair without an interval says why', () => {
  expect(interval({ lower: 0.86, upper: 0.93 })).toBe('95% interval +0.86 to +0.93');
  expect(interval({ lower: null, upper: null })).toContain('too few');
});

test('arrow keys stay in the lower triangle', () => {
  expect(stepTo(3, 1, 0, 'ArrowDown')).toEqual({ row: 2, column: 0 });
  expect(stepTo(3, 2, 0, 'ArrowRight')).toEqual({ row: 2, column: 1 });
  expect(stepTo(3, 2, 1, 'ArrowRight')).toBeNull();
  expect(stepTo(3, 2, 1, 'ArrowUp')).toBeNull();
  expect(stepTo(3, 2, 0, 'ArrowDown')).toBeNull();
  expect(stepTo(3, 2, 0, 'ArrowLeft')).toBeNull();
  expect(stepTo(3, 2, 0, 'x')).toBeNull();
});

test('a method is read from the address, else it is that of Pearson', () => {
  expect(['spearman', 'pearson', 'kendall', undefined].map(readMethod)).toEqual(['spearman', 'pearson', 'pearson', 'pearson']);
});
