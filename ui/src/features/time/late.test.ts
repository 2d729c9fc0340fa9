import { expect, test } from 'vitest';
import type { Calendar, CalendarItem } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import { lateIn, regionList } from './late';

const scheduled = (calendar as Calendar).items.filter(({ actual }) => actual === null);
const due = (region: CalendarItem['region'], releasedAt: string): CalendarItem => ({ ...(scheduled[0] as CalendarItem), region, releasedAt, state: 'delayed' });

test('a release is late half an hour after its time', () => {
  expect(lateIn([due('US', '2021-09-03T12:30:00Z')], '2021-09-03T13:00:00Z')).toEqual({ regions: ['US'], count: 1, since: '2021-09-03T12:30:00Z' });
  expect(lateIn([due('US', '2021-09-03T12:30:00Z')], '2021-09-03T12:59:59Z')).toBeNull();
});

test('regions are named by the number of their late releases, since the oldest', () => {
  const items = [due('EA', '2021-09-03T09:00:00Z'), due('US', '2021-09-02T12:30:00Z'), due('US', '2021-09-03T12:30:00Z')];
  expect(lateIn(items, '2021-09-04T00:00:00Z')).toEqual({ regions: ['US', 'EA'], count: 3, since: '2021-09-02T12:30:00Z' });
});

test('a future release is not late', () => {
  expect(lateIn(scheduled, '2021-09-03T13:00:00Z')).toBeNull();
});

test('more than two regions are summarised', () => {
  expect(regionList(['US'])).toBe('US');
  expect(regionList(['US', 'EA'])).toBe('US and EA');
  expect(regionList(['US', 'EA', 'JP', 'CN'])).toBe('US, EA and 2 more');
});
