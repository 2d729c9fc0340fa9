import { expect, test } from 'vitest';
import type { Calendar } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import { nearestRelease } from './releaseSteps';

const { items } = calendar as Calendar;

test('a step goes to the nearest release before or after the one shown', () => {
  expect(nearestRelease(items, '2021-09-03T12:30:00Z', -1)).toBe('2021-09-03T09:00:00Z');
  expect(nearestRelease(items, '2021-09-03T09:00:00Z', 1)).toBe('2021-09-03T12:30:00Z');
});

test('there is no step to a scheduled release, or beyond the first and last release', () => {
  expect(nearestRelease(items, '2021-09-03T12:30:00Z', 1)).toBeUndefined();
  expect(nearestRelease(items, '2021-09-03T08:30:00Z', -1)).toBeUndefined();
});
