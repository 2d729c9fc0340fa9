import { expect, test } from 'vitest';
import type { ScenarioAnswer, ScenarioBias, ScenarioRelease } from '../../shared/api/types';
import { normalScore } from '../../shared/format/normal';
import scenario from '../../test/answers/scenario.json';
import { biasAt, curved, curveOf, figureAt, figureOf, leftOut, meanWords, moved, placeOf, placeWords, polarityOf, positionOf, scoreAt, sliderOf, surpriseOf, typedFigure, type Slider } from './whatIf';

const answer = scenario as ScenarioAnswer;
const ism = answer.releases[0] as ScenarioRelease;
const usdcad = answer.items[1] as ScenarioBias;
const slider = (release: Partial<ScenarioRelease>, polarity: 1 | -1 = 1) => sliderOf({ ...ism, ...release }, polarity) as Slider;

test('a slider goes from −4σ to +4σ in steps that the publisher can report', () => {
  const ends = slider({});
  // 61.9 ± 4 × 2.58 is 51.58 to 72.22.
  expect([figureAt(ends, ends.min), figureAt(ends, ends.min + 1), figureAt(ends, ends.max)]).toEqual([51.6, 51.7, 72.2]);
});

test('where a higher figure is weaker, the slider starts with the highest', () => {
  const ends = slider({ forecast: 5.3, sigma: 0.2, step: 0.1 }, -1);
  expect([figureAt(ends, ends.min), figureAt(ends, ends.max)]).toEqual([6.1, 4.5]);
  expect(surpriseOf(ends, 5.5)).toBeCloseTo(-1, 12);
  expect(figureAt(ends, positionOf(ends, 5.5))).toBe(5.5);
});

test('an end that lies on the grid belongs to the slider, and a consensus between two steps is kept', () => {
  const ends = slider({ forecast: 0.3, sigma: 0.1, step: 0.1 });
  expect([figureAt(ends, ends.min), figureAt(ends, ends.max)]).toEqual([-0.1, 0.7]);
  const between = slider({ forecast: 61.95 });
  expect(figureOf(ism, between, '')).toBe(61.95);
});

test('a release without forecast, σ, polarity or another figure to report has no slider, and says why', () => {
  expect(sliderOf({ ...ism, forecast: null }, 1)).toMatch(/^No slider: nothing is expected of it yet\./);
  expect(sliderOf({ ...ism, sigma: null }, 1)).toMatch(/^No slider: it has no σ yet/);
  expect(sliderOf(ism, undefined)).toMatch(/^No slider: whether a higher figure is stronger/);
  expect(sliderOf({ ...ism, forecast: 0.25, sigma: 0.05, step: 0.25 }, 1)).toBe('No slider: within 4σ the publisher can report no other figure.');
});

test('a forecast of zero is a forecast', () => {
  const zero = slider({ forecast: 0, sigma: 0.1 });
  expect([figureAt(zero, zero.min), figureAt(zero, zero.max)]).toEqual([-0.4, 0.4]);
});

test('the polarity comes from the grid of the varied release, and of others from the catalogue', () => {
  expect(polarityOf(answer, 'us-ism-services', [])).toBe(1);
  const falling = { ...answer, items: [{ ...usdcad, grid: usdcad.grid.map((point) => ({ ...point, value: -point.value })) }] };
  expect(polarityOf(falling, 'us-ism-services', [])).toBe(-1);
  expect(polarityOf(answer, 'us-claims', [{ indicator: 'us-claims', polarity: -1 }])).toBe(-1);
  expect(polarityOf(answer, 'us-claims', [])).toBeUndefined();
});

test.each([
  ['65.8', 65.8], ['65.8/60', 65.8], ['', 61.9], ['1.5s', 61.9 + 1.5 * 2.58], ['-2s', 61.9 - 2 * 2.58], ['0', 0], ['235K', 235_000], ['-1.25M', -1_250_000], ['5.2%', 5.2], ['x', 63],
])('the figure %j is read as %d', (typed, figure) => {
  expect(figureOf({ actual: 63, set: true }, slider({}), typed)).toBeCloseTo(figure, 9);
});

test('a figure is typed as the server reads it', () => {
  expect(typedFigure(65.8, ism)).toBe('65.8');
  expect(typedFigure(1_053_000, { unit: 'persons', step: 1000 })).toBe('1053K');
  expect(typedFigure(-0.2, { unit: 'percent', step: 0.1 })).toBe('-0.2');
  expect(typedFigure(1200, { unit: 'index', step: 100 })).toBe('1200');
});

test('a place says the published value and its σ', () => {
  expect(placeWords(slider({}), 65.8, ism)).toBe('65.8, +1.5σ');
  expect(placeWords(slider({}), 61.9, ism)).toBe('61.9, 0.0σ');
  expect(surpriseOf(slider({}), 200)).toBe(4);
});

test('a figure that is moved keeps the forecast that was typed with it, and the figures of others', () => {
  expect(moved('a', 'a=5/4.8,b=1', '5.1')).toBe('a=5.1/4.8,b=1');
  expect(moved('b', 'a=5', '1')).toBe('b=1,a=5');
  expect(moved('a', 'a=5', '')).toBeUndefined();
  expect(moved('a', undefined, '5/4')).toBe('a=5/4');
});

test('the place of the curve is that of the slider, before the server has answered', () => {
  expect(placeOf(answer, undefined)).toEqual({ figure: 61.9, size: 0 });
  expect(placeOf(answer, 'us-ism-services=64.48')?.size).toBeCloseTo(1, 9);
  expect(placeOf({ ...answer, releases: [{ ...ism, actual: null, forecast: null }] }, undefined)).toBeNull();
});

test('the curve goes through Z of the grid and on to 4σ', () => {
  // Z is −1.07 at the consensus and moves by 0.2 for each σ.
  expect(scoreAt(usdcad, 0)).toBeCloseTo(normalScore(-1.07), 9);
  const curve = curveOf(usdcad);
  expect([curve[0]?.sigmas, curve.at(-1)?.sigmas]).toEqual([-4, 4]);
  expect(curve[0]?.score).toBeCloseTo(normalScore(-1.87), 9);
  expect(curve.at(-1)?.score).toBeCloseTo(normalScore(-0.27), 9);
  expect(curveOf({ grid: [] })).toEqual([]);
  const clipped = { grid: usdcad.grid.map((point) => ({ ...point, z: Math.max(-1, Math.min(1, point.sigmas)) })) };
  expect([-4, -2, -0.5, 0.5, 2, 4].map((size) => scoreAt(clipped, size))).toEqual([-1, -1, -0.5, 0.5, 1, 1].map(normalScore));
});

test('the label of a place follows its score, and an instrument without a label has none anywhere', () => {
  expect(biasAt(usdcad, 0, answer.labelBounds).label).toBe('bearish');
  expect(biasAt(usdcad, 4, answer.labelBounds).label).toBe('neutral');
  expect(biasAt({ ...usdcad, after: { ...usdcad.after, label: null } }, 4, answer.labelBounds).label).toBeNull();
});

test('the curve is that of the chosen instrument, else of the one that moves most', () => {
  const least = { ...usdcad, instrument: 'SPX', grid: usdcad.grid.map((point) => ({ ...point, score: point.score / 10, label: 'neutral' as const })) };
  expect(curved({ items: [least, usdcad] }, undefined)?.instrument).toBe('USDCAD');
  expect(curved({ items: [usdcad, least] }, 'spx')?.instrument).toBe('SPX');
  expect(curved(answer, 'EURUSD')?.instrument).toBe('USDCAD');
  expect(curved({ items: [] }, 'SPX')).toBeUndefined();
});

test('the releases that are left out are counted and said to print z = 0', () => {
  expect(leftOut([{ set: false }])).toContain('z = 0');
  expect(leftOut([{ set: true }, { set: false }, { set: false }])).toMatch(/^2 of the 3 releases of this instant are left out and print z = 0/);
  expect(leftOut([{ set: true }, { set: false }])).toMatch(/^1 of the 2 releases of this instant is left out and prints z = 0/);
  expect(leftOut([{ set: true }, { set: false }])).not.toContain('Others at mean');
  expect(leftOut([{ set: true }, { set: false }], true)).toContain('"Others at mean" is the score if they print their mean');
  expect(leftOut([{ set: true }, { set: true }])).toBe('Every release of this instant is set.');
});

test('a release that is left out says its mean given the others, or why there is none', () => {
  const releases = [{ indicator: 'us-nonfarm-payrolls', region: 'US' as const, shortName: 'Payrolls' }, { indicator: 'us-unemployment-rate', region: 'US' as const, shortName: 'Unemployment' }];
  const mean = { z: 0.47, observations: 86, given: ['us-nonfarm-payrolls'], reason: null };
  const none = { z: null, observations: 1, given: [] };
  expect(meanWords({ conditional: null }, releases)).toBeNull();
  expect(meanWords({ conditional: mean }, releases)).toBe('+0.5σ on average given US Payrolls, from 86 shared instants');
  expect(meanWords({ conditional: { ...none, reason: 'too-few-observations' } }, releases)).toBe('No mean given the others: 1 shared instant, and 20 are needed');
  expect(meanWords({ conditional: { ...none, observations: 30, reason: 'constant' } }, releases)).toMatch(/never varied$/);
  expect(meanWords({ conditional: { ...none, observations: 30, reason: 'singular' } }, releases)).toBe('No mean given the others: the correlations of these releases do not determine a mean');
});
