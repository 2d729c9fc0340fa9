import { expect, test } from 'vitest';
import type { BiasSummary, Calendar, CalendarItem } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import summary from '../../test/answers/summary.json';
import { headline, leaderLine, withRegion } from './headline';
import { causesOf, type Cause } from './causes';

const answer = summary as unknown as BiasSummary;
const { items, asOf } = answer;
const released = (calendar as Calendar).items.filter(({ actual }) => actual !== null);
const [payrolls, retail] = causesOf(answer.causes, released).map((cause, index) => ({ ...cause, labels: index === 0 ? 6 : 1 })) as [Cause, Cause];

test('the headline names the instant with the largest change, how many releases it had, its own count and that of the day', () => {
  expect(headline(answer, released, [payrolls, retail])?.sentence).toMatch(/^US Payrolls 2\.8σ weaker than expected \(& 1 more\): 6 labels changed at 14:30\. \d+ in 24 hours\.$/);
});

test('a smaller surprise that moved more is the headline', () => {
  expect(headline(answer, released, [retail, payrolls])?.sentence).toMatch(/^EA Retail 2\.1σ weaker than expected: 1 label changed at 11:00\./);
});

test('an instant of the day before names its day', () => {
  const later = { ...answer, asOf: '2021-09-04T08:00:00Z' };
  expect(headline(later, released, [payrolls])?.sentence).toContain('at Fri 14:30.');
});

test('an inflation surprise is hotter, a policy surprise looser', () => {
  const sentence = (category: CalendarItem['category'], z: number) => headline(answer, released, [{ ...payrolls, lead: { ...payrolls.lead, category, z } }])?.sentence;
  expect(sentence('inflation', 2)).toContain('hotter than expected');
  expect(sentence('monetary', -2)).toContain('looser than expected');
});

test('a day without a change says so', () => {
  const quiet = { ...answer, items: items.map((item) => ({ ...item, change: { day: 0, week: 0, labelDayBefore: item.label } })) };
  expect(headline(quiet, [], [])?.sentence).toBe('Nothing moved a label in 24 hours.');
  expect(headline(quiet, released, [{ ...payrolls, labels: 0 }])?.sentence)
    .toBe('Nothing moved a label in 24 hours. Largest surprise: US Payrolls 2.8σ weaker than expected.');
});

test('without a 24-hour change there is no headline', () => {
  expect(headline({ ...answer, items: items.map((item) => ({ ...item, change: { day: null, week: null, labelDayBefore: null } })) }, released, [payrolls])).toBeNull();
});

test('a release that leads a third of the rows is named with its date and with the score without it', () => {
  expect(leaderLine(answer.lead, items, asOf)).toBe('US GDP (29 Jul) leads 9 of 16 rows. Without it EURUSD +81 would be +63.');
  expect(answer.lead && leaderLine({ ...answer.lead, rows: 5 }, items, asOf)).toBeNull();
});

test('a region is not repeated', () => {
  expect(withRegion('US', 'US CPI')).toBe('US CPI');
  expect(withRegion('US', 'CPI')).toBe('US CPI');
});
