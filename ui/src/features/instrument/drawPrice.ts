import { BarSeries, LineSeries, type IChartApi } from 'lightweight-charts';
import type { PriceDays } from './priceSeries';
import { decimalsOf } from './priceSeries';

/** Draws the price into the upper pane of a chart: bars where each day has its open, high and low, else a line of closes. */
export function drawPrice(chart: IChartApi, { bars, days }: PriceDays, token: (name: string) => string): void {
  const last = days.findLast(({ close }) => close !== undefined)?.close ?? 1;
  const precision = decimalsOf(last);
  const look = {
    priceLineVisible: true, priceLineStyle: 1, priceLineColor: token('--ink-3'), lastValueVisible: true,
    priceFormat: { type: 'price' as const, precision, minMove: 10 ** -precision },
  };
  if (bars) {
    const ink = token('--ink');
    chart.addSeries(BarSeries, { ...look, upColor: ink, downColor: ink, thinBars: true }, 0).setData(days.map(({ time, open, high, low, close }) => (close === undefined ? { time } : { time, open: open ?? close, high: high ?? close, low: low ?? close, close })));
  } else {
    chart.addSeries(LineSeries, { ...look, color: token('--ink'), lineWidth: 1 }, 0).setData(days.map(({ time, close }) => (close === undefined ? { time } : { time, value: close })));
  }
}
