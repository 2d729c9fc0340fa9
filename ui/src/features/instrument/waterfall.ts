import type { BiasWaterfall, WaterfallStep } from '../../shared/api/types';
import { count } from '../../shared/format/numbers';

export const SINCE = { day: '24 h', week: '7 d', label: 'Since the label changed' } as const;
export type Since = keyof typeof SINCE;

export const isSince = (value: unknown): value is Since => typeof value === 'string' && Object.hasOwn(SINCE, value);

const RELEASES_SHOWN = 9;

/** One bar: what it adds, and the running sum before and after it. The first and the last bar stand for Z itself. */
export interface Bar {
  key: string;
  name: string;
  /** The release of a bar that is one. */
  step: WaterfallStep | null;
  part: number;
  from: number;
  to: number;
  total: boolean;
}

type Kind = WaterfallStep['kind'];

const OTHERS: Record<Exclude<Kind, 'release'>, (steps: number) => string> = {
  correction: (steps) => counted(steps, 'correction'),
  'roll-off': (steps) => `${counted(steps, 'signal')} that ended`,
  activation: (steps) => counted(steps, 'changed weight'),
  scale: () => 'Scale',
  decay: () => 'Decay',
};

const counted = (of: number, thing: string) => `${count(of)} ${thing}${of === 1 ? '' : 's'}`;

/**
 * The bars of a change: Z at its start, up to nine largest releases, all others as one, every other kind as one, and Z at
 * its end. A bias without history counts as 0. The steps come from the largest to the smallest.
 */
export function bars(answer: Pick<BiasWaterfall, 'before' | 'after' | 'steps' | 'totals'>): Bar[] {
  const releases = answer.steps.filter(({ kind }) => kind === 'release');
  const shown = releases.slice(0, RELEASES_SHOWN);
  const rest = releases.slice(RELEASES_SHOWN);
  const parts = [
    ...shown.map((step) => ({ key: `${step.releaseId}`, name: step.shortName ?? '', step, part: step.part })),
    ...(rest.length === 0 ? [] : [{ key: 'others', name: counted(rest.length, 'other release'), step: null, part: rest.reduce((sum, { part }) => sum + part, 0) }]),
    ...answer.totals.flatMap(({ kind, steps, part }) => (kind === 'release' ? [] : [{ key: kind, name: OTHERS[kind](steps), step: null, part }])),
  ];
  const start = answer.before.z ?? 0;
  const all: Bar[] = [{ key: 'start', name: 'Z at the start', step: null, part: start, from: 0, to: start, total: true }];
  let sum = start;
  for (const { key, name, step, part } of parts) {
    all.push({ key, name, step, part, from: sum, to: sum + part, total: false });
    sum += part;
  }
  const end = answer.after.z ?? 0;
  return [...all, { key: 'end', name: 'Z at the end', step: null, part: end, from: 0, to: end, total: true }];
}

/** Where a bar lies between the least and the greatest running sum, in percent: its start, its length, and the zero line. */
export function place(all: readonly Bar[]): (bar: Bar) => { left: number; width: number; zero: number } {
  const ends = all.flatMap(({ from, to }) => [from, to]);
  const least = Math.min(0, ...ends);
  const range = Math.max(0, ...ends) - least || 1;
  const at = (value: number) => ((value - least) / range) * 100;
  return ({ from, to }) => ({ left: at(Math.min(from, to)), width: at(Math.max(from, to)) - at(Math.min(from, to)), zero: at(0) });
}

export const STEP_HEADER = ['kind', 'at', 'indicator', 'name', 'region', 'category', 'release', 'actual', 'forecast', 'forecast_kind', 'marks', 'z', 'replaced_release', 'before', 'part'];

export function stepRow(step: WaterfallStep) {
  return [step.kind, step.at, step.indicator, step.name, step.region, step.category, step.releaseId, step.actual, step.forecast, step.forecastKind, step.marks.join(' '), step.z, step.replacedReleaseId, step.before, step.part];
}
