import type { FlipItem, FlipPoint, UpcomingRelease } from '../api/types';
import { published, type Figure } from './figures';
import { sigmas } from './numbers';
import { soon, soonDay } from './times';

/** From which figure on a label is another one. */
export interface FlipWords {
  /** Whether that figure and every higher one does it; else it and every lower one. */
  atLeast: boolean;
  /** The first figure that the publisher can report, or the surprise where nothing is expected yet. */
  figure: string;
  /** The surprise of that figure; null where the figure is the surprise itself. */
  surprise: string | null;
  /** How likely such a surprise is by the past ones, with their number; null where these are too few. */
  chance: string | null;
}

/** A probability in whole percent. Nothing that is computed from samples is certain: what rounds to 0 or 1 is below 1% or above 99%. */
export function chance(probability: number): string {
  const percent = Math.round(probability * 100);
  if (percent < 1) return '<1%';
  return percent >= 100 ? '>99%' : `${percent}%`;
}

export function flipWords(flip: FlipPoint, figure: Figure, pastSurprises: number): FlipWords {
  const { value, firstValue, firstSigmas } = flip;
  const likely = flip.probability === null ? null : `${chance(flip.probability)} (${pastSurprises})`;
  if (value === null || firstValue === null || firstSigmas === null) return { atLeast: flip.sigmas > 0, figure: sigmas(flip.sigmas), surprise: null, chance: likely };
  return { atLeast: firstValue >= value, figure: published(firstValue, figure), surprise: sigmas(firstSigmas), chance: likely };
}

/** "in 45 min", "Mon 08:00", "about Mon": when a release comes, from a day that is only a guess on without a time. */
export const comes = ({ releasedAt, scheduled }: Pick<UpcomingRelease, 'releasedAt' | 'scheduled'>, now: string): string =>
  (scheduled ? soon(releasedAt, now) : `about ${soonDay(releasedAt, now)}`);

/** Why a row has no next release that could change its label. */
export function noFlip({ now, next }: Pick<FlipItem, 'now' | 'next'>, days: number): string | null {
  if (next !== null) return null;
  return now.label === null ? 'No label to change' : `None within ${days} days`;
}

/** The parameters of the calendar's address that open a release as a scenario, with the curve of an instrument. */
export const scenarioSearch = ({ indicator, releasedAt }: Pick<UpcomingRelease, 'indicator' | 'releasedAt'>, instrument: string) => ({ what: indicator, at: releasedAt, instrument });
