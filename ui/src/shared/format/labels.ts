import type { AssetClass, BiasItem, Label, LabelBounds } from '../api/types';
import { wholePercent } from './numbers';

export const LABEL_WORDS: Record<Label, string> = {
  'strongly-bearish': 'Strongly bearish',
  bearish: 'Bearish',
  neutral: 'Neutral',
  bullish: 'Bullish',
  'strongly-bullish': 'Strongly bullish',
};

export const ASSET_CLASSES: readonly { code: AssetClass; name: string; short: string }[] = [
  { code: 'fx', name: 'FX', short: 'FX' },
  { code: 'equity-index', name: 'Equity indices', short: 'Equities' },
  { code: 'commodity', name: 'Commodities', short: 'Commodities' },
  { code: 'government-bond', name: 'Government bonds', short: 'Bonds' },
  { code: 'crypto', name: 'Crypto', short: 'Crypto' },
];

/** The label of an unrounded score. Used for earlier scores, which the answer gives only as a change. */
export function labelOf(score: number, { directional, strong }: LabelBounds): Label {
  const size = Math.abs(score);
  if (size < directional) return 'neutral';
  if (score > 0) return size < strong ? 'bullish' : 'strongly-bullish';
  return size < strong ? 'bearish' : 'strongly-bearish';
}

/** The reason of a score without a label: too few of the indicators in force have a live signal. */
export const THIN = 'thin-coverage';
const HALF = 0.5;

/** What thin coverage rests on: "thin coverage: US only", or the share that is covered. */
export function thinWords({ sides, drivers, coverage }: Pick<BiasItem, 'sides' | 'drivers' | 'coverage'>): string {
  const covered = sides.filter((side) => side.coverage >= HALF).map(({ currency }) => currency);
  const regions = [...new Set(drivers.map(({ region }) => region))];
  const only = sides.length > 0 && covered.length === 1 ? covered[0] : regions.length === 1 ? regions[0] : undefined;
  return `thin coverage: ${only === undefined ? wholePercent(coverage) : `${only} only`}`;
}

export function leaning(label: Label): 'bullish' | 'neutral' | 'bearish' {
  if (label === 'neutral') return 'neutral';
  return label.endsWith('bullish') ? 'bullish' : 'bearish';
}

const REASONS: Record<string, { short: string; long: string }> = {
  'no-weights': { short: 'No weights', long: 'The weight set gives this instrument no weights.' },
  'thin-coverage': { short: 'Thin coverage', long: 'Thin coverage: less than half of the weight of the indicators in force has a live signal, so the score has no label.' },
  'no-history': { short: 'No history yet', long: 'No history yet: no usable surprise.' },
  'no-live-signal': { short: 'No live signal', long: 'No live signal: the last one has decayed.' },
  'insufficient-history': { short: 'Insufficient history', long: 'Fewer than ten earlier surprises and no prior.' },
  'no-forecast': { short: 'No forecast', long: 'The release had no forecast.' },
  suspect: { short: 'Suspect', long: 'The last release looks like a typing error.' },
  doubtful: { short: 'Doubtful', long: 'The last release was marked doubtful.' },
  cancelled: { short: 'Cancelled', long: 'The last release was marked cancelled.' },
  withdrawn: { short: 'Withdrawn', long: 'The last release was marked withdrawn.' },
  decayed: { short: 'Decayed', long: 'The last signal has decayed.' },
  expired: { short: 'Decayed', long: 'The last signal has decayed.' },
};

/** The text for a reason code. An unknown code is shown with its hyphens replaced by spaces. */
export function reasonWords(reason: string | null, form: 'short' | 'long' = 'long'): string {
  if (reason === null) return '';
  const known = REASONS[reason]?.[form];
  const text = reason.replaceAll('-', ' ');
  return known ?? text.charAt(0).toUpperCase() + text.slice(1);
}

/** The marks that say something about the figure itself. Tables show them beside it. */
export const CAVEATS = ['corrected', 'suspect', 'confirmed', 'doubtful', 'cancelled', 'withdrawn', 'expected'] as const;

export const MARKS: Record<string, { word: string; sentence: string }> = {
  imported: { word: 'imported', sentence: 'The forecast comes from an imported history that does not say when it was captured.' },
  provisional: { word: 'provisional σ', sentence: 'Fewer than ten earlier surprises: σ is the catalogue’s prior, or the floor of a policy rate.' },
  inferred: { word: 'inferred', sentence: 'The reference period is inferred from the usual lag.' },
  'date-only': { word: 'date only', sentence: 'The source gave a date without a time.' },
  'catalogue-time': { word: 'catalogue time', sentence: 'The release time comes from the catalogue, not from the source.' },
  corrected: { word: 'corrected', sentence: 'The source corrected this figure after it was stored.' },
  'schedule-time': { word: 'schedule time', sentence: 'The release counts from its scheduled time.' },
  clipped: { word: 'clipped', sentence: 'The standardised surprise is beyond the limit of the weight set (by default ±4) and counts as that limit.' },
  'no-forecast': { word: 'no forecast', sentence: 'No survey: the rate in force is used as the forecast.' },
  'naive-forecast': { word: 'naive forecast', sentence: 'No better forecast was captured: the last figure is used as the forecast.' },
  'model-forecast': { word: 'model forecast', sentence: 'No better forecast was captured: the forecast is that of a model of the earlier figures.' },
  suspect: { word: 'suspect', sentence: 'Actual or forecast is probably a typo. The release does not count until someone confirms it.' },
  confirmed: { word: 'confirmed', sentence: 'Someone confirmed this figure.' },
  doubtful: { word: 'doubtful', sentence: 'Someone doubts this figure. It does not count.' },
  cancelled: { word: 'cancelled', sentence: 'Someone stated that this release was cancelled. It does not count.' },
  withdrawn: { word: 'withdrawn', sentence: 'Someone stated that this figure was withdrawn. It does not count.' },
  expected: { word: 'expected', sentence: 'No source has announced this release. The date is predicted from the indicator’s cadence.' },
  superseded: { word: 'superseded', sentence: 'A newer release has no usable surprise, so this signal keeps decaying.' },
};

/** What a surprise was, by its category and sign. */
export function surpriseWord(category: string, z: number): string {
  const [up, down] = { inflation: ['hotter', 'cooler'], monetary: ['tighter', 'looser'] }[category] ?? ['stronger', 'weaker'];
  return z >= 0 ? (up ?? '') : (down ?? '');
}
