import { expect, test } from 'vitest';
import type { BiasWaterfall, WaterfallStep } from '../../shared/api/types';
import { bars, isSince, place } from './waterfall';

const none = { score: null, label: null, z: null, reason: 'no-history' } as const;
const level = (z: number) => ({ ...none, z, reason: null });

function step(kind: WaterfallStep['kind'], part: number, id = ''): WaterfallStep {
  const release = kind === 'release';
  return {
    kind, part, at: null, indicator: id || null, name: id || null, shortName: id || null, region: null, category: null, unit: null, step: null,
    releaseId: release ? `${id}@2021-09-03` : null, actual: null, forecast: null, forecastKind: null, marks: [], z: null, replacedReleaseId: null, before: null,
  };
}

function answer(before: number | null, parts: WaterfallStep[]): Pick<BiasWaterfall, 'before' | 'after' | 'steps' | 'totals'> {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return {
    before: before === null ? none : level(before),
    after: level((before ?? 0) + parts.reduce((sum, { part }) => sum + part, 0)),
    steps: parts,
    totals: kinds.map((kind) => ({ kind, steps: parts.filter((one) => one.kind === kind).length, part: parts.filter((one) => one.kind === kind).reduce((sum, { part }) => sum + part, 0) })),
  };
}

test('each bar starts where the one before it ended, and the last one is Z', () => {
  const all = bars(answer(0.5, [step('release', 0.4, 'us-a'), step('release', -0.3, 'us-b'), step('decay', -0.1)]));
  expect(all.map(({ name }) => name)).toEqual(['Z at the start', 'us-a', 'us-b', 'Decay', 'Z at the end']);
  for (let index = 2; index < all.length - 1; index++) expect(all[index]?.from).toBeCloseTo(all[index - 1]?.to ?? NaN, 12);
  expect(all.at(-1)?.to).toBeCloseTo(all.at(-2)?.to ?? NaN, 12);
});

test('beyond nine releases, the others are one bar', () => {
  const all = bars(answer(0, Array.from({ length: 12 }, (_, index) => step('release', 0.1, `us-${index}`))));
  expect(all).toHaveLength(1 + 9 + 1 + 1);
  expect(all.at(-2)).toMatchObject({ name: '3 other releases', step: null });
  expect(all.at(-2)?.part).toBeCloseTo(0.3, 12);
});

test('every other kind is one bar with its count', () => {
  const all = bars(answer(0, [step('correction', 0.2), step('roll-off', 0.1), step('roll-off', 0.1), step('activation', 0.1), step('scale', 0.1)]));
  expect(all.map(({ name }) => name)).toEqual(['Z at the start', '1 correction', '2 signals that ended', '1 changed weight', 'Scale', 'Z at the end']);
});

test('a bias without history starts at 0', () => {
  expect(bars(answer(null, [step('activation', 1.2)]))[0]).toMatchObject({ from: 0, to: 0 });
});

test('bars are placed between the least and the greatest sum, with the zero line inside', () => {
  const all = bars(answer(-1, [step('release', 3, 'us-a')]));
  const placed = all.map(place(all));
  expect(placed[0]?.left).toBe(0);
  expect(placed[0]?.zero).toBeCloseTo(100 / 3, 9);
  expect(placed[0]?.width).toBeCloseTo(100 / 3, 9);
  expect(placed[1]).toMatchObject({ left: 0, width: 100 });
  expect(placed[2]?.left).toBeCloseTo(100 / 3, 9);
});

test('nothing at all has bars without length', () => {
  const all = bars(answer(0, []));
  expect(all.map(place(all))).toEqual([{ left: 0, width: 0, zero: 0 }, { left: 0, width: 0, zero: 0 }]);
});

test('only the presets are read from the address', () => {
  expect(['day', 'week', 'label', 'toString', 1, undefined].map(isSince)).toEqual([true, true, true, false, false, false]);
});
