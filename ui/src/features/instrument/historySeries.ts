import type { BiasExplanation, HistoryPoint, Label } from '../../shared/api/types';
import { shiftedDays, tradingDay } from '../../shared/format/times';

export const RANGES = ['1M', '3M', '6M', 'YTD', '1Y', '5Y', 'All'] as const;
export type Range = (typeof RANGES)[number];

const DAYS: Record<Exclude<Range, 'YTD' | 'All'>, number> = { '1M': 31, '3M': 92, '6M': 184, '1Y': 366, '5Y': 1827 };
const BEGINNING = '2000-01-01T00:00:00Z';

/** The first instant of a range that ends at `to`. */
export function rangeStart(range: Range, to: string): string {
  if (range === 'All') return BEGINNING;
  if (range === 'YTD') return `${to.slice(0, 4)}-01-01T00:00:00Z`;
  return shiftedDays(to, -DAYS[range]);
}

export interface SeriesPoint {
  time: string;
  value?: number;
}

/** Scores by day, as the chart expects them. A day without a score is a gap, not a zero. */
export function series(points: readonly HistoryPoint[]): SeriesPoint[] {
  const days = new Map<string, SeriesPoint>();
  for (const { asOf, score } of points) {
    const time = asOf.slice(0, 10);
    days.set(time, score === null ? { time } : { time, value: score });
  }
  return [...days.values()].toSorted((a, b) => (a.time < b.time ? -1 : 1));
}

/** The closes, and last the score of now, so that the chart ends with the score above it. */
export function withNow(points: readonly HistoryPoint[], now: Pick<BiasExplanation, 'asOf' | 'score'>): SeriesPoint[] {
  const closes = series(points).filter(({ time }) => time < now.asOf.slice(0, 10));
  return now.score === null ? closes : [...closes, { time: now.asOf.slice(0, 10), value: now.score }];
}

export interface HistoryFacts {
  first: string;
  last: string;
  low: number;
  high: number;
  end: number;
}

export function facts(points: readonly HistoryPoint[]): HistoryFacts | null {
  const known = points.filter((point): point is HistoryPoint & { score: number } => point.score !== null);
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return null;
  const scores = known.map(({ score }) => score);
  return { first: first.asOf, last: last.asOf, low: Math.min(...scores), high: Math.max(...scores), end: last.score };
}

/** A daily close at which the label is another than at the last close that had one. */
export interface LabelChange {
  time: string;
  label: Label;
  before: Label;
}

export function labelChanges(points: readonly Pick<HistoryPoint, 'asOf' | 'label'>[]): LabelChange[] {
  const changes: LabelChange[] = [];
  let before: Label | null = null;
  for (const { asOf, label } of points) {
    if (label === null) continue;
    if (before !== null && label !== before) changes.push({ time: asOf.slice(0, 10), label, before });
    before = label;
  }
  return changes;
}

const YEAR = 0;
const MONTH = 1;

/** A day under the chart, by the kind of its mark: "2021", "Sep" or "3". Null leaves another form of time to the chart. */
export function axisDay(time: unknown, kind: number): string | null {
  if (typeof time !== 'string') return null;
  const [date = '', month = '', year = ''] = tradingDay(time).split(' ');
  return kind === YEAR ? year : kind === MONTH ? month : date;
}

/** The marks that have room beside each other; of two that are too near, the later stays. Marks outside the chart have no place. */
export function placed<T>(marks: readonly T[], xOf: (mark: T) => number | null, room: number): { mark: T; x: number }[] {
  const kept: { mark: T; x: number }[] = [];
  for (const mark of marks.toReversed()) {
    const x = xOf(mark);
    const next = kept.at(-1);
    if (x !== null && x >= 0 && (next === undefined || next.x - x >= room)) kept.push({ mark, x });
  }
  return kept.toReversed();
}
