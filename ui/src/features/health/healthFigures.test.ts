import { expect, test } from 'vitest';
import type { Batch, Calendar, CalendarItem, Indicator, Source } from '../../shared/api/types';
import calendar from '../../test/answers/calendar.json';
import catalogue from '../../test/answers/indicators.json';
import { batchName, ofLastDay, regionRows, rowTotals, sourceOrder, sourceState, trust, undoable, unmappedTitles } from './healthFigures';

const { items, completeness: none } = calendar as Calendar;
const run = { asOf: '2021-09-03T13:00:00Z', stale: false, sampleOnly: false };
const whole = { ...none, expected: 400, received: 400, due: 0, late: 0, missing: 0, outstanding: 0, since: null, regions: [] };
const late = { ...whole, received: 398, late: 2, outstanding: 2, since: '2021-09-01T12:30:00Z', regions: [{ region: 'US' as const, due: 0, late: 2, missing: 0, cancelled: 0, outstanding: 2, since: '2021-09-01T12:30:00Z' }] };

const item = (state: CalendarItem['state'], releasedAt: string, region: CalendarItem['region'] = 'US'): CalendarItem => ({ ...(items[0] as CalendarItem), region, releasedAt, state });

test('the worst that is known about the numbers decides whether they can be trusted', () => {
  expect(trust(run, whole)).toEqual({ word: 'Yes', reason: 'every release due by now has arrived.' });
  expect(trust(run, { ...whole, due: 1 })).toEqual({ word: 'Yes', reason: 'no publisher is late; 1 release is due and may still arrive.' });
  expect(trust(run, { ...late, due: 1 }).word).toBe('In part');
  expect(trust(run, late).reason).toMatch(/^2 releases of US have not arrived, the oldest due since Wed 1 Sep \d\d:30\.$/);
  expect(trust(run, { ...whole, expected: 0 }).word).toBe('No');
  expect(trust({ ...run, stale: true }, late).reason).toMatch(/^no data has arrived since Fri 3 Sep 2021 /);
  expect(trust({ ...run, stale: true, sampleOnly: true }, late).reason).toContain('only the sample');
});

test('a region counts what was to come in seven days and what came, and names what comes next', () => {
  const own = [
    item('released', '2021-08-27T13:00:00Z'), // seven days ago to the second: no longer
    item('released', '2021-08-27T13:00:01Z'),
    item('late', '2021-09-02T12:30:00Z'),
    item('cancelled', '2021-09-02T13:30:00Z'), // nobody expects it
    item('released', '2021-09-03T13:00:00Z'),
    item('expected', '2021-09-06T12:30:00Z'),
    item('scheduled', '2021-09-07T12:30:00Z'),
    item('scheduled', '2021-09-04T12:30:00Z', 'EA'),
  ];
  const indicators = [
    { region: 'US', validFrom: null, validTo: null, lastReleasedAt: '2021-09-03T12:30:00Z' },
    { region: 'US', validFrom: null, validTo: '2021-09-03', lastReleasedAt: null },
    { region: 'US', validFrom: null, validTo: '2021-09-02', lastReleasedAt: '2021-09-03T12:59:00Z' },
    { region: 'US', validFrom: '2021-09-04', validTo: null, lastReleasedAt: null },
  ] as unknown as Indicator[];
  const [us, ea, ...others] = regionRows(own, indicators, late, run.asOf).filter(({ code }) => code === 'US' || code === 'EA');
  expect(us).toEqual({ code: 'US', name: 'United States', indicators: 2, week: [true, false, true], received: 2, last: '2021-09-03T12:30:00Z', next: '2021-09-06T12:30:00Z', nextByCadence: true, late: 2, missing: 0, due: 0 });
  expect(ea).toBeUndefined(); // no indicator in force, nothing in the week
  expect(others).toEqual([]);
});

test('every region of a real calendar has a row, in the order of the catalogue', () => {
  const rows = regionRows(items, catalogue.items as unknown as Indicator[], none, run.asOf);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ received, week }) => received <= week.length)).toBe(true);
});

test('the last day counts what was due in it, to the second', () => {
  const own = [item('released', '2021-09-02T13:00:00Z'), item('released', '2021-09-02T13:00:01Z'), item('due', '2021-09-03T12:30:00Z'), item('scheduled', '2021-09-03T13:00:01Z'), item('withdrawn', '2021-09-03T12:00:00Z')];
  expect(ofLastDay(own, run.asOf)).toEqual({ expected: 3, received: 1 });
});

const counts = { corrected: 0, ignored: 0, imported: 1, quarantined: 0, read: 10, repaired: 0, revised: 0, revisionsFound: 0, unchanged: 0, unmapped: 3, unmappedTitles: [{ title: 'USD Oil', count: 2 }, { title: 'NZD GDT', count: 1 }] };
const batch = (of: Partial<Batch>): Batch => ({ batch: 1, recordedAt: run.asOf, kind: 'calendar', profile: 'macro-edge', source: null, files: ['a.csv'], counts: counts as Batch['counts'], moved: null, verdict: null, undoneBy: null, undoes: null, ...of });

test('titles without an indicator are added up over the imports in force', () => {
  const list = [batch({}), batch({ batch: 2 }), batch({ batch: 3, undoneBy: 4 }), batch({ batch: 4, undoes: 3, kind: 'undo', counts: null, files: [] })];
  expect(unmappedTitles(list)).toEqual([{ title: 'USD Oil', count: 4 }, { title: 'NZD GDT', count: 2 }]);
  expect(rowTotals(list)).toEqual({ read: 20, unmapped: 6 });
  expect(rowTotals([])).toEqual({ read: 0, unmapped: 0 });
});

test('an import is named by what it came from, and undone only if it stands', () => {
  expect(batchName(batch({}))).toBe('a.csv');
  expect(batchName(batch({ files: ['a.csv', 'b.csv', 'c.csv'] }))).toBe('a.csv and 2 more');
  expect(batchName(batch({ files: [], source: 'bls', kind: 'source' }))).toBe('bls');
  expect(batchName(batch({ kind: 'sample' }))).toBe('sample');
  expect(batchName(batch({ kind: 'undo', undoes: 3, files: [] }))).toBe('undo of import 3');
  expect(batchName(batch({ kind: 'catalogue', moved: 1, files: [] }))).toBe('catalogue edit, 1 release moved');
  expect(batchName(batch({ kind: 'statement', files: [], verdict: { author: 'ann', reason: 'typo', releaseId: 'us-cpi-mom@2021-09-14', statement: 'doubt' } }))).toBe('doubt us-cpi-mom@2021-09-14');
  expect([batch({}), batch({ undoneBy: 9 }), batch({ kind: 'undo', undoes: 3 }), batch({ kind: 'catalogue' })].map(undoable)).toEqual([true, false, false, false]);
});

const source = (id: string, of: Partial<Source>): Source => ({ source: id, name: id, state: 'on', understoodAt: null, faultedAt: null, ...of }) as Source;

test('sources that need attention come first, and an old fault that an answer followed is none', () => {
  const failed = source('failed', { understoodAt: '2021-09-01T00:00:00Z', faultedAt: '2021-09-02T00:00:00Z' });
  const healed = source('healed', { understoodAt: '2021-09-02T00:00:00Z', faultedAt: '2021-09-01T00:00:00Z' });
  const all = [source('b-off', { state: 'off' }), healed, source('resting', { state: 'resting' }), failed, source('a-new', {})];
  expect(sourceOrder(all).map(({ source: id }) => id)).toEqual(['failed', 'resting', 'a-new', 'healed', 'b-off']);
  expect(all.map((each) => sourceState(each).word)).toEqual(['Off', 'On', 'Resting after a failure', 'Last answer failed', 'On, not asked yet']);
});
