import { expect, test } from 'vitest';
import { between, contrast, SCALES, tint } from './diverging';

test('text on the scale has a contrast of 4.5 or more at every value, in both themes', () => {
  for (const stops of Object.values(SCALES)) {
    for (let share = -1; share <= 1; share += 0.01) expect(contrast(between(stops, share)).ratio, `at ${share}`).toBeGreaterThanOrEqual(4.5);
  }
});

test('a value between two stops has the colour between theirs', () => {
  expect(tint(0, 3).light).toBe('rgb(236 238 242)');
  expect(tint(3, 3).light).toBe('rgb(11 69 127)');
  expect(tint(-1.5, 3).light).toBe('rgb(230 154 99)');
  expect(tint(0.375, 3).light).toBe('rgb(212 227 241)');
});

test('beyond the range the colour stays', () => {
  expect(tint(9, 3)).toEqual(tint(3, 3));
  expect(tint(-9, 3)).toEqual(tint(-3, 3));
});

test('stronger is darker on light and brighter on dark', () => {
  expect(tint(3, 3).lightText).toBe('#FFF');
  expect(tint(3, 3).darkText).toBe('#000');
});
