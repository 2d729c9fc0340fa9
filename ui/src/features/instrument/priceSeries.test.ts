import { expect, test } from 'vitest';
import type { PriceHistory, PricePoint } from '../../shared/api/types';
import { aligned, decimalsOf, priceWords } from './priceSeries';

const point = (date: string, close: number, open: number | null = null): PricePoint =>
  ({ date, closeAt: `${date}T20:00:00Z`, open, high: open, low: open, close, corrected: false, batch: 1 });

test('prices and scores have the same days, and a day without one of them is a gap', () => {
  const { prices, scores } = aligned(
    [point('2021-08-31', 1), point('2021-09-01', 2), point('2021-09-04', 3), point('2021-09-07', 4)],
    [{ time: '2021-09-01', value: 10 }, { time: '2021-09-03', value: 20 }, { time: '2021-09-06', value: 30 }],
  );
  expect(prices.days).toEqual([{ time: '2021-09-01', close: 2 }, { time: '2021-09-03' }, { time: '2021-09-04', close: 3 }, { time: '2021-09-06' }]);
  expect(scores).toEqual([{ time: '2021-09-01', value: 10 }, { time: '2021-09-03', value: 20 }, { time: '2021-09-04' }, { time: '2021-09-06', value: 30 }]);
});

test('a price without any score has all of its days', () => {
  const { prices, scores } = aligned([point('2021-08-31', 1), point('2021-09-01', 2)], []);
  expect(prices.days).toEqual([{ time: '2021-08-31', close: 1 }, { time: '2021-09-01', close: 2 }]);
  expect(scores).toEqual([{ time: '2021-08-31' }, { time: '2021-09-01' }]);
});

test('bars are drawn where every day has its open, high and low', () => {
  const scores = [{ time: '2021-09-01', value: 1 }, { time: '2021-09-02', value: 1 }];
  expect(aligned([point('2021-09-01', 2, 3), point('2021-09-02', 2, 3)], scores).prices.bars).toBe(true);
  expect(aligned([point('2021-09-01', 2, 3), point('2021-09-02', 2)], scores).prices.bars).toBe(false);
  expect(aligned([], scores).prices.bars).toBe(false);
});

test('a price has the decimals in which it is quoted', () => {
  expect([1.1874, 110.25, 4535.4, 24960, -36.98, 0, 0.00805].map(decimalsOf)).toEqual([4, 2, 1, 0, 3, 6, 6]);
});

test('the source of a price is named, and a yield is called one', () => {
  const series = { instrument: 'UST10', source: 'fred', attribution: '', symbol: 'DGS10', inverted: false, quote: 'yield', unit: '% per year', days: 'weekdays', close: null, closes: 1, first: '2021-09-01', last: '2021-09-01', lastCloseAt: '2021-09-01T19:30:00Z' };
  const history = { instrument: 'UST10', name: 'US Treasury, 10 years', series, points: [], others: [] } as unknown as PriceHistory;
  expect(priceWords(history)).toBe('fred DGS10, % per year; a yield, which falls when the price rises');
  expect(priceWords({ ...history, series: null })).toBe('');
});
