import { expect, test } from 'vitest';
import type { BiasSummary } from '../../shared/api/schema';
import recorded from '../../test/answers/summary.json';
import { groups, labelBefore, labelChanged } from './boardRows';

const { items } = recorded as BiasSummary;
const row = (id: string) => {
  const found = items.find(({ instrument }) => instrument === id);
  if (!found) throw new Error(id);
  return found;
};

test('rows keep the order of the catalogue inside their class', () => {
  const fx = groups(items, 'fx', 'class')[0];
  expect(fx?.items.map(({ instrument }) => instrument)).toEqual(items.filter((i) => i.assetClass === 'fx').map((i) => i.instrument));
  expect(fx?.note).toBe('3 bullish · 2 neutral · 3 bearish');
});

test('bonds say whose bias it is', () => {
  expect(groups(items, 'government-bond', 'class')[0]?.note).toContain('bias of the price');
});

test('a row without the value comes last whatever the sort', () => {
  for (const sort of ['score', 'strength', 'day', 'confidence'] as const) {
    expect(groups(items, undefined, sort)[0]?.items.at(-1)?.instrument).toBe('BTCUSD');
  }
});

test('the label of 24 hours ago comes from the score then', () => {
  expect(labelBefore(row('USDJPY'))).toBe('bearish');
  expect(labelChanged(row('USDJPY'))).toBe(true);
  expect(labelChanged(row('EURUSD'))).toBe(false);
  expect(labelBefore(row('BTCUSD'))).toBeNull();
});
