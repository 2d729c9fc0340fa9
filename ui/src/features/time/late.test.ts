import { expect, test } from 'vitest';
import type { Calendar, CalendarItem } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import { lateIn, regionList } from './late';

const base = calendar as Calendar;
const scheduled = base.items.filter(({ actual }) => actual === null);
const due = (region: CalendarItem['region'], releasedAt: string): CalendarItem => ({ ...(scheduled[0] as CalendarItem), region, releasedAt, state: 'due', stateReason: 'announced' });
const outstanding = (region: CalendarItem['region'], count: number, since: string) => ({ region, due: 0, late: count, missing: 0, cancelled: 0, outstanding: count, since });
const none = base.completeness;

test('an announced release is delayed half an hour after its time', () => {
  const items = [due('US', '2021-09-03T12:30:00Z')];
  expect(lateIn({ items, completeness: none }, '2021-09-03T13:00:00Z')).toEqual({ regions: ['US'], count: 1, since: '2021-09-03T12:30:00Z', late: false });
  expect(lateIn({ items, completeness: none }, '2021-09-03T12:59:59Z')).toBeNull();
});

test('what the cadence alone makes due is not named', () => {
  const items = [{ ...due('US', '2021-09-01T12:30:00Z'), stateReason: 'cadence' as const }];
  expect(lateIn({ items, completeness: none }, '2021-09-03T13:00:00Z')).toBeNull();
});

test('outstanding releases are named however old they are', () => {
  const completeness = { ...none, late: 2, outstanding: 2, since: '2021-07-01T12:30:00Z', regions: [outstanding('EA', 2, '2021-07-01T12:30:00Z')] };
  expect(lateIn({ items: [], completeness }, '2021-09-03T13:00:00Z')).toEqual({ regions: ['EA'], count: 2, since: '2021-07-01T12:30:00Z', late: true });
});

test('regions are named by the number of their releases, since the oldest', () => {
  const items = [due('EA', '2021-09-03T09:00:00Z'), due('US', '2021-09-03T12:30:00Z')];
  const completeness = { ...none, late: 1, outstanding: 1, since: '2021-09-02T12:30:00Z', regions: [outstanding('US', 1, '2021-09-02T12:30:00Z')] };
  expect(lateIn({ items, completeness }, '2021-09-04T00:00:00Z')).toEqual({ regions: ['US', 'EA'], count: 3, since: '2021-09-02T12:30:00Z', late: true });
});

test('a future release is not late', () => {
  expect(lateIn({ items: scheduled, completeness: none }, '2021-09-03T13:00:00Z')).toBeNull();
});

test('more than two regions are summarised', () => {
  expect(regionList(['US'])).toBe('US');
  expect(regionList(['US', 'EA'])).toBe('US and EA');
  expect(regionList(['US', 'EA', 'JP', 'CN'])).toBe('US, EA and 2 more');
});
