import type { CalendarItem, Consensus, Indicator, Release } from '../../shared/api/types';
import { published } from '../../shared/format/figures';
import { surpriseWord } from '../../shared/format/labels';
import { plain, wholePercent } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { shiftedDays } from '../../shared/format/times';

export const RANGES = { '2Y': 731, '5Y': 1827, All: undefined } as const;
export type Range = keyof typeof RANGES;

/** The releases of a range that ends at `asOf`. */
export function inRange(items: readonly Release[], range: Range, asOf: string): Release[] {
  const days = RANGES[range];
  const from = days === undefined ? '' : shiftedDays(asOf, -days);
  return items.filter(({ releasedAt }) => releasedAt >= from);
}

/** Round figures that cover the values, about `count` of them and never nearer than the step. */
export function ticks(values: readonly number[], step: number, count = 4): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const rough = Math.max((high - low) / count, step);
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / width);
  const last = Math.max(Math.ceil(high / width), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * width);
}

/** The share of releases at either end that may lie outside the scale. */
const TAIL = 0.05;

/**
 * The values between which the scale runs. A few that are far from the rest would flatten all others: they are left outside,
 * if they lie further from the middle nine tenths than these are wide.
 */
export function shownSpan(values: readonly number[]): { low: number; high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [quantile(TAIL), quantile(1 - TAIL)];
  const width = high - low;
  const inside = width === 0 ? sorted : sorted.filter((value) => value >= low - width && value <= high + width);
  return { low: inside[0] ?? 0, high: inside.at(-1) ?? 0 };
}

/** The lines of the scale of actuals and forecasts, and whether a figure lies beyond them. */
export function scaleOf(items: readonly Release[], step: number): { lines: number[]; low: number; high: number; cut: boolean } {
  const { low: least, high: most } = shownSpan(items.flatMap(({ actual, forecast }) => (forecast === null ? [actual] : [actual, forecast])));
  const lines = ticks([least, most], step);
  const [low = 0, high = 1] = [lines[0], lines.at(-1)];
  return { lines, low, high, cut: items.some(({ actual, forecast }) => Math.min(actual, forecast ?? actual) < low || Math.max(actual, forecast ?? actual) > high) };
}

export const BIN = 0.5;
export const EDGE = 4;

export interface Bin {
  from: number;
  count: number;
}

/** Counts z in steps of half a σ. What is beyond ±4 is counted at the ends. */
export function bins(items: readonly Release[]): Bin[] {
  const counts = Array.from({ length: (2 * EDGE) / BIN }, (_, index) => ({ from: -EDGE + index * BIN, count: 0 }));
  for (const { z } of items) {
    const bin = z === null ? undefined : counts[binOf(z)];
    if (bin) bin.count += 1;
  }
  return counts;
}

/** The bin of a z: 0 for −4 or less. */
export const binOf = (z: number) => Math.min((2 * EDGE) / BIN - 1, Math.max(0, Math.floor((z + EDGE) / BIN)));

/** The share of surprises whose size is beyond `size` σ. Null without any. */
export function beyond(items: readonly Release[], size: number): number | null {
  const known = items.filter(({ z }) => z !== null);
  return known.length === 0 ? null : known.filter(({ z }) => Math.abs(z ?? 0) > size).length / known.length;
}

const AGAINST: Record<string, string> = { survey: 'a consensus of', naive: 'a naive forecast of', model: 'a model forecast of' };

/** The word after a forecast for its kind, where the figure does not already say it. */
export function kindWord({ forecastKind, marks }: Pick<Release, 'forecastKind' | 'marks'>): string {
  if ((['no-forecast', 'naive-forecast', 'model-forecast'] as const).some((mark) => marks.includes(mark))) return '';
  return forecastKind === 'survey' ? 'consensus' : (forecastKind ?? '');
}

/** "235K against 720K forecast, 2.8σ weaker than expected." Without z, what is known. */
export function lastSentence(last: Release, indicator: Indicator): string {
  const actual = published(last.actual, indicator);
  if (last.forecast === null) return `${actual}, without a forecast.`;
  const forecast = published(last.forecast, indicator);
  const against = last.marks.includes('no-forecast') ? `${forecast} in force` : `${AGAINST[last.forecastKind ?? ''] ?? 'a forecast of'} ${forecast}`;
  if (last.z === null) return `${actual} against ${against}.`;
  if (Math.abs(last.z) < 0.05) return `${actual} against ${against}: as expected.`;
  return `${actual} against ${against}: ${plain(Math.abs(last.z), 1)}σ ${surpriseWord(indicator.category, last.z)} than expected.`;
}

/** How far the consensus has missed, and how often in one direction. */
export function consensusSentence({ releases, meanMiss, sameDirection }: Consensus): string {
  if (meanMiss === null) return 'No release so far has a published forecast and a scale, so nothing can be said about a consensus.';
  const size = plain(Math.abs(meanMiss), 2);
  const where = Number(size) === 0 ? 'neither above nor below the forecast' : `${size}σ ${meanMiss > 0 ? 'above' : 'below'} the forecast`;
  const often = sameDirection === null ? '' : ` ${wholePercent(sameDirection)} of the misses went that way.`;
  return `On average of ${releases} ${releases === 1 ? 'release' : 'releases'}, the actual was ${where}.${often}`;
}

/** Late, missing without a later release, or announced and due. */
const isDelayed = ({ state, stateReason }: CalendarItem) => state === 'late' || stateReason === 'next-is-due' || (state === 'due' && stateReason === 'announced');

/** The next release that is not out, and the one that is late. */
export function nextOf(items: readonly CalendarItem[], id: string, asOf: string): { next: CalendarItem | undefined; late: CalendarItem | undefined } {
  const own = items.filter(({ indicator, actual }) => indicator === id && actual === null);
  return { next: own.find(({ releasedAt, state }) => releasedAt > asOf && state !== 'cancelled'), late: own.findLast(isDelayed) };
}

/** What is wrong with the series as a whole: it is overdue, has ended, or has not begun. Null if nothing is. */
export function seriesNote(indicator: Indicator, asOf: string, successor: Indicator | undefined): string | null {
  const day = asOf.slice(0, 10);
  if (indicator.validTo !== null && indicator.validTo < day) return `Ended on ${indicator.validTo}.${successor ? ` ${safeName(successor.name)} replaced it.` : ''}`;
  if (indicator.validFrom !== null && indicator.validFrom > day) return `In force from ${indicator.validFrom} on.`;
  if (indicator.overdue) return 'Overdue: no release for twice its period. It may have ended, or its title has changed.';
  return null;
}

export const HEADER = ['release', 'released_at', 'period', 'actual', 'forecast', 'forecast_kind', 'previous', 'surprise', 'sigma', 'sigma_observations', 'z_raw', 'z', 'reason', 'source', 'marks'];

export const releaseRow = (item: Release) => [item.releaseId, item.releasedAt, item.period, item.actual, item.forecast, item.forecastKind, item.previous, item.surprise, item.sigma, item.sigmaObservations, item.zRaw, item.z, item.reason, item.source, item.marks.join(' ')];
