import type { Indicator, LabelBounds, ScenarioAnswer, ScenarioBias, ScenarioRelease } from '../../shared/api/types';
import { published, type Figure } from '../../shared/format/figures';
import { labelOf } from '../../shared/format/labels';
import { sigmas } from '../../shared/format/numbers';
import { normalScore } from '../../shared/format/normal';
import { safeName } from '../../shared/format/text';
import { setOf, whatIfRows, withSet } from './calendarRows';

/** How far a slider goes to each side, in σ: no larger surprise counts. */
export const REACH = 4;

const SCALES: Record<string, number> = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

/** Rounding of binary fractions must neither add a step beyond the reach nor take one away. */
const ROUNDING = 1e-9;

/** The figures of a release that a slider can take: every multiple of the publisher's step within the reach, from −4σ to +4σ. */
export interface Slider {
  forecast: number;
  sigma: number;
  step: number;
  /** Whether a higher figure is stronger, hotter or tighter (1) or the opposite (−1). */
  polarity: 1 | -1;
  /** The first and the last position: a figure divided by the step, with the sign of the polarity. */
  min: number;
  max: number;
}

/** The slider of a release, or why it has none. */
export function sliderOf(release: ScenarioRelease, polarity: 1 | -1 | undefined): Slider | string {
  const { forecast, sigma, step } = release;
  if (forecast === null) return 'No slider: nothing is expected of it yet. A figure with a forecast behind a slash, such as 250K/200K, counts.';
  if (sigma === null || sigma === 0) return 'No slider: it has no σ yet, for fewer than ten earlier surprises are known and no prior serves.';
  if (polarity === undefined) return 'No slider: whether a higher figure is stronger is not known here. A figure can be typed.';
  const min = Math.ceil((polarity * forecast - REACH * sigma) / step - ROUNDING);
  const max = Math.floor((polarity * forecast + REACH * sigma) / step + ROUNDING);
  if (max <= min) return 'No slider: within 4σ the publisher can report no other figure.';
  return { forecast, sigma, step, polarity, min, max };
}

/** Whether a higher figure of a release is stronger: by the grid where it is the varied one, else by the catalogue. */
export function polarityOf(answer: ScenarioAnswer, indicator: string, catalogue: readonly Pick<Indicator, 'indicator' | 'polarity'>[]): 1 | -1 | undefined {
  const grid = answer.indicator === indicator ? answer.items.find(({ grid }) => grid.length > 1)?.grid : undefined;
  const [first, last] = [grid?.[0], grid?.at(-1)];
  if (first && last && first.value !== last.value) return last.value > first.value ? 1 : -1;
  const known = catalogue.find((item) => item.indicator === indicator)?.polarity;
  return known === undefined ? undefined : known < 0 ? -1 : 1;
}

/** The figure at a position, without the noise of binary fractions. */
export const figureAt = ({ step, polarity }: Slider, position: number): number => Number((polarity * position * step).toPrecision(12));

/** The position that is nearest to a figure, within the slider. */
export function positionOf({ step, polarity, min, max }: Slider, figure: number): number {
  return Math.min(max, Math.max(min, Math.round((polarity * figure) / step)));
}

/** The surprise of a figure in σ, positive for stronger, as far as it counts. */
export function surpriseOf({ forecast, sigma, polarity }: Slider, figure: number): number {
  return Math.min(REACH, Math.max(-REACH, (polarity * (figure - forecast)) / sigma));
}

/** The figure that is typed or moved to; that of the answer where it was typed in σ or cannot be read here. */
export function figureOf({ actual, set }: Pick<ScenarioRelease, 'actual' | 'set'>, { forecast, sigma, polarity }: Slider, typed: string): number {
  const [, digits = '', suffix = ''] = /^([+-]?\d+(?:\.\d+)?)([KMBT%s]?)(?:\/.*)?$/.exec(typed.trim()) ?? [];
  if (typed.trim() === '') return forecast;
  if (digits === '') return set && actual !== null ? actual : forecast;
  return suffix === 's' ? forecast + polarity * Number(digits) * sigma : Number(digits) * (SCALES[suffix] ?? 1);
}

/** "65.8, +1.5σ": what a slider says of its place. */
export const placeWords = (slider: Slider, figure: number, release: Figure): string => `${published(figure, release)}, ${sigmas(surpriseOf(slider, figure))}`;

/** A figure as it can be typed and read again: "235K", "-0.2", "5.3". */
export function typedFigure(figure: number, release: Figure): string {
  const plain = release.unit === 'index' ? published(figure, { ...release, unit: 'percent' }) : published(figure, release);
  return plain.replaceAll(',', '').replace('\u2212', '-').replace('%', '');
}

/** The figures of the address with another one of a release. A forecast that was typed with the old one stays. */
export function moved(indicator: string, set: string | undefined, figure: string): string | undefined {
  const forecast = /\/.*$/.exec(setOf(indicator, set))?.[0] ?? '';
  return withSet(indicator, set, figure + forecast);
}

/** Where the varied release is set to: its figure, and the size of the surprise. Null where it has none. */
export function placeOf(answer: ScenarioAnswer, set: string | undefined): { figure: number; size: number } | null {
  const [release] = answer.releases;
  if (release === undefined || release.actual === null) return null;
  const slider = sliderOf(release, polarityOf(answer, release.indicator, []));
  if (typeof slider === 'string') return { figure: release.actual, size: release.z ?? 0 };
  const figure = figureOf(release, slider, setOf(release.indicator, set));
  return { figure, size: surpriseOf(slider, figure) };
}

export interface CurvePoint {
  sigmas: number;
  score: number;
}

const PARTS = 64;

/** Z of an instrument at a size of the surprise: linear between the points of the grid and, from its ends, as between the last two. Null where the release does not count. */
function totalAt({ grid }: Pick<ScenarioBias, 'grid'>, size: number): number | null {
  const found = grid.findIndex(({ sigmas }) => sigmas >= size);
  const end = found < 0 ? grid.length - 1 : Math.max(1, found);
  const [left, right] = [grid[end - 1], grid[end]];
  if (!left || !right || left.sigmas === right.sigmas) return null;
  return left.z + ((right.z - left.z) * (size - left.sigmas)) / (right.sigmas - left.sigmas);
}

/** The score of an instrument at a size of the surprise. */
export function scoreAt(item: Pick<ScenarioBias, 'grid'>, size: number): number | null {
  const total = totalAt(item, size);
  return total === null ? null : normalScore(total);
}

/** The score over the reach of a slider. */
export function curveOf(item: Pick<ScenarioBias, 'grid'>): CurvePoint[] {
  return Array.from({ length: PARTS + 1 }, (_, part) => -REACH + (part * 2 * REACH) / PARTS).flatMap((size) => {
    const score = scoreAt(item, size);
    return score === null ? [] : [{ sigmas: size, score }];
  });
}

/** The score and the label at a size. An instrument without a label has none at any size. */
export function biasAt(item: Pick<ScenarioBias, 'grid' | 'after'>, size: number, bounds: LabelBounds) {
  const score = scoreAt(item, size);
  return { score, label: score === null || item.after.label === null ? null : labelOf(score, bounds) };
}

const distance = ({ grid }: ScenarioBias) => Math.abs((grid.at(-1)?.score ?? 0) - (grid[0]?.score ?? 0));

/** The instrument of the curve: the chosen one where the release moves it, else the one that it moves most. */
export function curved(answer: Pick<ScenarioAnswer, 'items'>, chosen: unknown): ScenarioBias | undefined {
  const items = whatIfRows(answer).map(({ item }) => item);
  const typed = String(chosen ?? '').toUpperCase();
  return items.find(({ instrument }) => instrument === typed) ?? items.toSorted((a, b) => distance(b) - distance(a))[0];
}

/** What a release that is left out prints on average given those that are set, or why that is not known. Null where neither is said. */
export function meanWords({ conditional }: Pick<ScenarioRelease, 'conditional'>, releases: readonly Pick<ScenarioRelease, 'indicator' | 'region' | 'shortName'>[]): string | null {
  if (conditional === null) return null;
  const { z, observations, given, reason } = conditional;
  const instants = `${observations} shared ${observations === 1 ? 'instant' : 'instants'}`;
  if (z !== null) {
    const names = releases.filter(({ indicator }) => given.includes(indicator)).map(({ region, shortName }) => `${region} ${safeName(shortName)}`);
    return `${sigmas(z)} on average given ${[...new Set(names)].join(', ')}, from ${instants}`;
  }
  if (reason === 'constant') return 'No mean given the others: one of the series never varied';
  if (reason === 'singular') return 'No mean given the others: the correlations of these releases do not determine a mean';
  return `No mean given the others: ${instants}, and 20 are needed`;
}

/** What was assumed of the releases that come at the same instant: those that are set, and those that are left out. */
export function leftOut(releases: readonly Pick<ScenarioRelease, 'set'>[], conditional = false): string {
  const out = releases.filter(({ set }) => !set).length;
  if (releases.length === 1) return out === 0 ? 'No other release is known for this instant.' : 'It comes as expected (z = 0) until its figure is moved.';
  if (out === 0) return 'Every release of this instant is set.';
  return `${out === releases.length ? 'All' : out} of the ${releases.length} releases of this instant ${out === 1 ? 'is left out and prints' : 'are left out and print'} z = 0, as expected.${conditional ? ' "Others at mean" is the score if they print their mean given those that are set, by past surprises at the same instants.' : ''}`;
}
