import { expect, test } from 'vitest';
import { split } from './agreement';

test('agreement and Z give the shares and the sums of both sides', () => {
  const parts = split({ agreement: 0.22, z: 1.3 });
  expect(parts?.up).toBeCloseTo(0.61, 12);
  expect((parts?.sums?.up ?? 0) + (parts?.sums?.down ?? 0)).toBeCloseTo(1.3, 12);
  expect(parts?.hollow).toBe(true);
});

test('a negative Z has the larger share below', () => {
  expect(split({ agreement: 1, z: -2 })).toMatchObject({ up: 0, down: 1, hollow: false });
  expect(split({ agreement: 0.25, z: -2 })?.hollow).toBe(false);
});

test('reasons that cancel out exactly are even, without sums', () => {
  expect(split({ agreement: 0, z: 0 })).toEqual({ up: 0.5, down: 0.5, sums: null, hollow: true });
});

test('nothing live has no split', () => expect(split({ agreement: null, z: 0 })).toBeNull());
