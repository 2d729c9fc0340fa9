import { NONE, plain, signed } from './numbers';

/** What determines how an indicator's figures are written: its unit and the smallest difference that it reports. */
export interface Figure {
  unit: string;
  step: number;
}

interface Scale {
  divisor: number;
  suffix: string;
  decimals: number;
}

function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-9) return decimals;
  }
  return 6;
}

const SUFFIXES = [
  { from: 2, zeros: 3, suffix: 'K' },
  { from: 4, zeros: 6, suffix: 'M' },
  { from: 7, zeros: 9, suffix: 'B' },
  { from: 10, zeros: 12, suffix: 'T' },
];

/** Derives the publisher's scale from the step: with a step of 1,000 a value reads 235K, with 10,000 it reads 10.07M. */
export function scaleOf({ unit, step }: Figure): Scale {
  const exponent = Math.floor(Math.log10(step) + 1e-9);
  const suffix = unit === 'percent' ? undefined : SUFFIXES.findLast(({ from }) => exponent >= from);
  if (suffix === undefined) return { divisor: 1, suffix: '', decimals: decimalsOf(step) };
  return { divisor: 10 ** suffix.zeros, suffix: suffix.suffix, decimals: Math.max(0, suffix.zeros - exponent) };
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

/** The decimals needed to show a published value in full, at least those of the step. */
function decimalsFor(value: number, scale: Scale): number {
  return Math.max(scale.decimals, Math.min(decimalsOf(Math.abs(value / scale.divisor)), scale.decimals + 2));
}

/** Formats an actual, forecast or previous value as published: 235K, 5.2%, 10.07M. */
export function published(value: number | null, figure: Figure | undefined): string {
  if (value === null) return NONE;
  if (figure === undefined) return grouped(plain(value, decimalsOf(Math.abs(value))));
  const scale = scaleOf(figure);
  const text = grouped(plain(value / scale.divisor, decimalsFor(value, scale)));
  return `${text}${scale.suffix}${figure.unit === 'percent' ? '%' : ''}`;
}

/** Formats a forecast. One that nobody published says what it is: the policy rate in force, or naive or that of a model. */
export function expected(value: number | null, figure: Figure | undefined, marks: readonly string[], kind: string | null = null): string {
  if (value === null) return NONE;
  if (marks.includes('no-forecast')) return `${published(value, figure)} in force`;
  const word = marks.includes('naive-forecast') || kind === 'naive' ? ' naive' : marks.includes('model-forecast') || kind === 'model' ? ' model' : '';
  return published(value, figure) + word;
}

/** Formats a surprise with its sign. Surprises of percentages are in percentage points. */
export function surprise(value: number | null, figure: Figure | undefined): string {
  if (value === null) return NONE;
  if (figure === undefined) return grouped(signed(value, decimalsOf(Math.abs(value))));
  const scale = scaleOf(figure);
  const text = grouped(signed(value / scale.divisor, decimalsFor(value, scale)));
  return `${text}${scale.suffix}${figure.unit === 'percent' ? ' pp' : ''}`;
}

/** Formats σ: with one decimal more than the figure itself, unless the figure has a suffix. */
export function deviation(value: number | null, figure: Figure | undefined): string {
  if (value === null) return NONE;
  if (figure === undefined) return grouped(plain(value, 2));
  const scale = scaleOf(figure);
  const decimals = scale.suffix === '' ? scale.decimals + 1 : scale.decimals;
  const text = grouped(plain(value / scale.divisor, decimals));
  return `${text}${scale.suffix}${figure.unit === 'percent' ? ' pp' : ''}`;
}
