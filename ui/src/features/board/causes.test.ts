import { expect, test } from 'vitest';
import type { BiasSummary, Calendar, ReleaseCause } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import summary from '../../test/answers/summary.json';
import { bySurprise, causesOf } from './causes';

const answer = summary as unknown as BiasSummary;
const released = (calendar as Calendar).items.filter(({ actual }) => actual !== null);

test('a cause has the figures of its first release, and the moves of its time', () => {
  const causes = causesOf(answer.causes, released);
  expect(causes.map(({ lead, others }) => [lead.shortName, others])).toEqual([['Payrolls', 1], ['Retail', 0]]);
  expect(causes[0]?.lead.forecast).toBe(720000);
  expect(causes[0]?.moved[0]).toEqual({ instrument: 'EURUSD', before: 70.3, after: 81.3, label: 'bullish' });
});

test('a release that the calendar does not have yet is left out, and so is a score that is not known', () => {
  const [first] = answer.causes as [ReleaseCause];
  expect(causesOf(answer.causes, [])).toEqual([]);
  expect(causesOf([{ ...first, releases: [] }], released)).toEqual([]);
  expect(causesOf([{ ...first, moves: [{ instrument: 'EURUSD', before: null, labelBefore: null, after: 20, labelAfter: null }] }], released)[0]?.moved).toEqual([]);
});

test('the size of a surprise counts importance', () => {
  expect(bySurprise(released)[0]?.shortName).toBe('Payrolls');
  expect(bySurprise([])).toEqual([]);
});
