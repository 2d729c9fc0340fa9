import type { PriceHistory, PricePoint } from '../../shared/api/types';
import type { SeriesPoint } from './historySeries';

/** A day of the price; without figures where the instrument has no close on a day of the axis. */
export interface PriceBar {
  time: string;
  open?: number;
  high?: number;
  low?: number;
  close?: number;
}

export interface PriceDays {
  /** Whether every day has its open, high and low, so that bars can be drawn. */
  bars: boolean;
  days: PriceBar[];
}

/** Prices and scores on one time axis: both have every day that one of them has, from the first score to the last. Without any score, every day of the price. */
export interface Aligned {
  prices: PriceDays;
  scores: SeriesPoint[];
}

export function aligned(points: readonly PricePoint[], scores: readonly SeriesPoint[]): Aligned {
  const first = scores[0]?.time ?? '';
  const last = scores.at(-1)?.time ?? points.at(-1)?.date ?? '';
  const within = points.filter(({ date }) => date >= first && date <= last);
  const byDay = new Map(within.map((point) => [point.date, point]));
  const scoreOf = new Map(scores.map((point) => [point.time, point]));
  const times = [...new Set([...scoreOf.keys(), ...byDay.keys()])].toSorted();
  return {
    prices: { bars: within.length > 0 && within.every(({ open, high, low }) => open !== null && high !== null && low !== null), days: times.map((time) => bar(time, byDay.get(time))) },
    scores: times.map((time) => scoreOf.get(time) ?? { time }),
  };
}

function bar(time: string, point: PricePoint | undefined): PriceBar {
  if (!point) return { time };
  const { open, high, low, close } = point;
  return { time, close, ...(open !== null && { open }), ...(high !== null && { high }), ...(low !== null && { low }) };
}

/** As many decimals as show a step of about a ten-thousandth of the price, as markets quote it: 1.1874, 110.25, 4535.4. */
export function decimalsOf(price: number): number {
  return Math.min(6, Math.max(0, 4 - Math.floor(Math.log10(Math.max(Math.abs(price), 1e-9)))));
}

/** What the price is, in words: its source and unit, and for a yield how it reads. */
export function priceWords({ series }: PriceHistory): string {
  if (!series) return '';
  const unit = series.unit === '' ? '' : `, ${series.unit}`;
  const yieldNote = series.quote === 'yield' ? '; a yield, which falls when the price rises' : '';
  return `${series.source} ${series.symbol}${unit}${yieldNote}`;
}
