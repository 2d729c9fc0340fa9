import { expect, test } from 'vitest';
import type { BiasSummary, Calendar } from '../../shared/api/schema';
import calendar from '../../test/answers/calendar.json';
import summary from '../../test/answers/summary.json';
import { headline, withRegion } from './headline';

const { items } = summary as BiasSummary;
const released = (calendar as Calendar).items.filter(({ actual }) => actual !== null);

test('the headline names the most important surprise and counts the labels that changed', () => {
  expect(headline(items, released)?.sentence).toMatch(/^US Payrolls 2\.8σ weaker than expected\. \d+ labels changed\.$/);
});

test('an inflation surprise is hotter, a policy surprise looser', () => {
  const sentence = (category: string, z: number) => headline(items, released.slice(0, 1).map((item) => ({ ...item, category, z })))?.sentence;
  expect(sentence('inflation', 2)).toContain('hotter than expected');
  expect(sentence('monetary', -2)).toContain('looser than expected');
});

test('a day without a change says so', () => {
  const quiet = items.map((item) => ({ ...item, change: { day: 0, week: 0 } }));
  expect(headline(quiet, [])?.sentence).toBe('No label changed in the last 24 hours.');
});

test('without a 24-hour change there is no headline', () => {
  expect(headline(items.map((item) => ({ ...item, change: { day: null, week: null } })), released)).toBeNull();
});

test('a region is not repeated', () => {
  expect(withRegion('US', 'US CPI')).toBe('US CPI');
  expect(withRegion('US', 'CPI')).toBe('US CPI');
});
