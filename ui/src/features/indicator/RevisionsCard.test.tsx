import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { IndicatorRevisions, RevisedFigure, Revision } from '../../shared/api/types';
import recorded from '../../test/answers/revisions.json';
import { answers, open, releases, requests } from '../../test/app';
import { HEADER, noRevisions, ofPeriods, remarks, revisionCells, revisionRows } from './revisionRows';

const answer = recorded as unknown as IndicatorRevisions;
const { items } = answer;
const of = (period: string) => items.find((item) => item.period === period) as RevisedFigure;
const july = of('2021-07-01');
const [revision] = july.revisions as [Revision];
const path = 'indicators/us-nonfarm-payrolls/revisions';
const cells = (table: HTMLElement) => within(table).getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));

/** The card on its page, with an answer of the server. */
async function shown(body: unknown, search = '') {
  answers['indicators/us-nonfarm-payrolls/releases'] = releases;
  answers[path] = body;
  open(`/indicators/us-nonfarm-payrolls${search}`);
  return (await screen.findByRole('heading', { name: /^Revisions/ })).closest('section') as HTMLElement;
}

test('the rows go from the newest period to the oldest, and a period has one for each revision, newest first', () => {
  expect(revisionRows(items).map(({ figure }) => figure.period).slice(0, 3)).toEqual(['2021-08-01', '2021-07-01', '2021-06-01']);
  const again: Revision = { ...revision, releaseId: 'us-nonfarm-payrolls@2021-10-08', before: 1053000, value: 1091000, size: 38000 };
  const rows = revisionRows([of('2021-06-01'), { ...july, revisions: [revision, again] }]);
  expect(rows.map((row) => row.revision?.value)).toEqual([1091000, 1053000, 938000]);
  expect(ofPeriods(rows, 1)).toHaveLength(2);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
});

test('the marks are words, and a size without a scale says why', () => {
  expect(remarks(revision)).toEqual([]);
  expect(remarks(of('2014-12-01').revisions[0] as Revision)).toEqual(['large', 'provisional']);
  expect(remarks(of('2020-03-01').revisions[0] as Revision)).toEqual(['large']);
  expect(remarks(of('2013-12-01').revisions[0] as Revision)).toEqual(['fewer than ten earlier revisions']);
  expect(remarks(null)).toEqual(['no revision known']);
});

test('a figure that is stated again unchanged is a revision, so that there is a table', () => {
  expect(noRevisions({ ...answer, items: [{ ...july, revisions: [{ ...revision, value: 943000, size: 0, standardised: 0 }] }] })).toBeNull();
  expect(noRevisions({ ...answer, items: [{ ...july, revisions: [] }] })).toMatch(/^No revision is known at this time/);
});

test('a line of the CSV has every column, with or without a revision', () => {
  expect(items.flatMap(revisionCells).map((line) => line.length)).toEqual(items.map(() => HEADER.length));
  expect(revisionCells(july)[0]?.slice(5, 10)).toEqual(['us-nonfarm-payrolls@2021-09-03', '2021-09-03T12:30:00Z', 943000, 1053000, 110000]);
});

test('the card shows the last twelve periods and, when asked, all of them', async () => {
  const card = await shown(answer);
  const rows = () => cells(within(card).getByRole('table', { name: 'Revisions of Nonfarm payrolls, newest period first' }));
  expect(rows().slice(0, 3)).toEqual([
    ['Period', 'First print', 'Released', 'Later value', 'Known from', 'Revision', 'σ (n)', 'Size in σ', 'Mark'],
    ['Aug 2021', '235K', 'Fri 3 Sep 14:30', '–', '–', '–', '–', '–', 'no revision known '],
    ['Jul 2021', '943K', 'Fri 6 Aug 14:30', '1,053K', 'Fri 3 Sep 14:30', '+110K', '60K (91)', '+1.84σ', ''],
  ]);
  expect(rows()).toHaveLength(13);
  fireEvent.click(within(card).getByRole('button', { name: 'Show 81 more' }));
  expect(rows()).toHaveLength(94);
  expect(rows().find(([period]) => period === 'Dec 2014')?.slice(5)).toEqual(['+77K', '15K (12)', '+5.19σ', 'large provisional ']);
  expect(rows().at(-1)).toEqual(['Dec 2013', '74K', 'Fri 10 Jan 2014 14:30', '75K', 'Fri 7 Feb 2014 14:30', '+1K', '– (0)', '–', 'fewer than ten earlier revisions ']);
  expect(card.textContent).toContain('Revisions never change a z');
});

test('zero is a revision', async () => {
  const card = await shown({ ...answer, items: [{ ...july, revisions: [{ ...revision, value: 943000, size: 0, standardised: 0 }] }] });
  expect(cells(within(card).getByRole('table'))[1]?.slice(3)).toEqual(['943K', 'Fri 3 Sep 14:30', '0K', '60K (91)', '0.00σ', '']);
});

test('the card asks for the whole history as known at the time of the page', async () => {
  await shown(answer, '?asOf=2021-09-03T13:00:00Z&recordedAt=2021-09-04T00:00:00Z');
  const asked = requests.find(({ pathname }) => pathname.endsWith('/revisions'))?.searchParams;
  expect(Object.fromEntries(asked ?? [])).toEqual({ asOf: '2021-09-03T13:00:00Z', recordedAt: '2021-09-04T00:00:00Z', from: '1900-01-01T00:00:00Z' });
});

test('where there is no revision, the card says why instead of showing a table', async () => {
  const card = await shown({ ...answer, previousRefersTo: 'prior-stage', items: items.map((item) => ({ ...item, revisions: [] })) });
  expect(within(card).getByText('No revisions: the previous figure of this indicator is an earlier stage of the same period.')).toBeTruthy();
  expect(within(card).queryByRole('table')).toBeNull();
});

test('a card that could not be loaded says so, and the page stays', async () => {
  answers['indicators/us-nonfarm-payrolls/releases'] = releases;
  answers[path] = undefined;
  open('/indicators/us-nonfarm-payrolls');
  expect(await screen.findByRole('heading', { name: 'The revisions of us-nonfarm-payrolls could not be loaded' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: /^Releases/ })).toBeTruthy();
});
