import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import change from '../test/answers/change.json';
import { answers, board, calendar, explanation, indicators, open, releases, requests, summary } from '../test/app';

// The chart needs a canvas, which jsdom lacks. A test with a real browser covers it.
vi.mock('../features/instrument/HistoryChart', () => ({ default: () => <div /> }));

test('the board shows score, label and reasons of each instrument', async () => {
  open('/');
  const row = (await screen.findByRole('link', { name: 'USDJPY' })).closest('tr');
  if (!row) throw new Error('no row');
  expect(within(row).getByText('\u221291')).toBeTruthy();
  expect(within(row).getByText('Strongly bearish')).toBeTruthy();
  expect(within(row).getByText('US GDP')).toBeTruthy();
});

test('the first page makes one request', async () => {
  open('/');
  expect(await screen.findByRole('heading', { name: /^US Payrolls .* labels? changed|no label changed/ })).toBeTruthy();
  expect(requests.map(({ pathname }) => pathname)).toEqual(['/api/v1/board']);
  expect(screen.getAllByRole('img', { name: /^90 days: lowest/ })).toHaveLength(summary.items.filter(({ score }) => score !== null).length);
});

test('an empty store says what to do, offers it as the primary button, and is not live', async () => {
  answers['board'] = board({ items: summary.items.map((item) => ({ ...item, score: null, label: null, z: null, reason: 'no-history' })) });
  answers['imports/profiles'] = { names: ['forexfactory-archive', 'macro-edge', 'sample'] };
  open('/');
  const button = await screen.findByRole('button', { name: 'Import a calendar…' });
  await act(async () => { fireEvent.click(button); });
  expect(await screen.findByRole('dialog', { name: 'Import a calendar' })).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Layout' }).textContent).toContain('forexfactory-archive'));
  expect(screen.queryByText('Live')).toBeNull();
  expect(screen.getByText('No data')).toBeTruthy();
});

test('asOf in the address is sent to the server, opens the time machine and survives a click', async () => {
  open('/?asOf=2021-07-13T12:30:00Z');
  expect(await screen.findByText('Time machine.')).toBeTruthy();
  expect(requests.some((url) => url.searchParams.get('asOf') === '2021-07-13T12:30:00Z')).toBe(true);
  (await screen.findByRole('link', { name: 'EURUSD' })).click();
  await screen.findByRole('heading', { name: 'EURUSD' });
  expect(window.location.search).toContain('asOf=2021-07-13T12:30:00Z');
});

test('a time that is not valid is named, and the latest answer is shown', async () => {
  open('/?asOf=yesterday');
  expect((await screen.findByRole('alert')).textContent).toContain('“yesterday” is not a valid time.');
  expect(await screen.findByRole('link', { name: 'EURUSD' })).toBeTruthy();
  expect(requests.every((url) => url.searchParams.get('asOf') !== 'yesterday')).toBe(true);
});

test('a banner says that sample data is not today’s market', async () => {
  answers['board'] = board({ asOf: '2021-12-31T14:00:00Z', stale: true, sampleOnly: true });
  open('/');
  const banner = await screen.findByRole('region', { name: 'Sample data' });
  expect(banner.querySelector('p')?.textContent).toBe('Sample data, 2014 to 2021. This is not today’s market. Answers are as of Fri 31 Dec 2021, the sample’s last release.');
  expect(within(banner).getByRole('button', { name: 'Import data…' })).toBeTruthy();
});

test('a problem shows its code and request id', async () => {
  answers['board'] = new Response(JSON.stringify({ type: 'urn:macro-edge:problem:store-unavailable', detail: 'The database did not answer within 5 s.' }), { status: 503, headers: { 'X-Request-Id': '7f2c-91ab' } });
  open('/');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The board could not be loaded');
  expect(alert.textContent).toContain('store-unavailable');
  expect(alert.textContent).toContain('request 7f2c-91ab');
});

test('an instrument page shows why Z changed, and asks again for another span', async () => {
  open('/instruments/EURUSD');
  const table = await screen.findByRole('table', { name: 'Why Z of EURUSD changed, in steps that add up' });
  expect(within(table).getAllByRole('rowheader').map((cell) => cell.textContent.trim())).toEqual(['Z at the start', 'US Payrolls', 'US Hourly wages m/m', 'Scale', 'Decay', 'Z at the end']);
  fireEvent.click(screen.getByRole('button', { name: '7 d' }));
  await waitFor(() => expect(requests.filter(({ pathname }) => pathname.endsWith('/change')).map(({ searchParams }) => searchParams.get('since'))).toEqual(['day', 'week']));
  expect(window.location.search).toContain('change=week');
});

test('an instrument page shows the change between the two instants of the address, and a preset takes them out', async () => {
  answers['bias/EURUSD/change'] = { ...change, from: '2021-09-01T12:30:00Z', to: '2021-09-02T12:30:00Z' };
  open('/instruments/EURUSD?from=2021-09-01T12:30:00Z&to=2021-09-02T12:30:00Z');
  await waitFor(() => expect(document.querySelector('#change-title')?.textContent).toMatch(/^What changed from Wed 1 Sep 14:30 to Thu 2 Sep 14:30: score/));
  const asked = () => requests.filter(({ pathname }) => pathname.endsWith('/change')).map(({ searchParams }) => [searchParams.get('from'), searchParams.get('to'), searchParams.get('since')]);
  expect(asked()).toEqual([['2021-09-01T12:30:00Z', '2021-09-02T12:30:00Z', null]]);
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '2021-08-31T14:30:00' } });
  fireEvent.click(screen.getByRole('button', { name: 'Show the change' }));
  await waitFor(() => expect(window.location.search).toContain('from=2021-08-31T12:30:00Z'));
  fireEvent.click(screen.getByRole('button', { name: '24 h' }));
  await waitFor(() => expect(window.location.search).not.toContain('from='));
  await waitFor(() => expect(asked().at(-1)).toEqual([null, summary.asOf, 'day']));
});

test('a span that is not valid says so, and the last 24 hours are shown', async () => {
  open('/instruments/EURUSD?from=2021-09-31');
  expect(await screen.findByText('The start 2021-09-31 is a date that does not exist. The last 24 hours are shown.')).toBeTruthy();
  expect(requests.find(({ pathname }) => pathname.endsWith('/change'))?.searchParams.get('since')).toBe('day');
});

test('an instrument page lists its releases and the missing indicators', async () => {
  open('/instruments/EURUSD');
  expect(await screen.findByRole('button', { name: 'Nonfarm payrolls' })).toBeTruthy();
  await waitFor(() => expect(screen.getByText('235K')).toBeTruthy());
  expect(screen.getByText('Low agreement: the reasons pull both ways')).toBeTruthy();
  expect(screen.getByRole('heading', { name: /^Missing/ })).toBeTruthy();
});

test('a figure shows the marks that a reader must know, and a forecast whether it is the rate in force', async () => {
  const [first, ...others] = explanation.contributions;
  answers['bias/EURUSD/explanation'] = { ...explanation, contributions: [{ ...first, marks: ['imported', 'corrected', 'no-forecast'] }, ...others] };
  open('/instruments/EURUSD');
  const row = (await screen.findByRole('button', { name: String(first?.name) })).closest('tr');
  expect(row?.textContent).toContain('corrected');
  expect(row?.textContent).toContain(' in force');
  expect(row?.textContent).not.toContain('imported');
});

test('a verdict names its author and reason', async () => {
  answers['indicators/us-nonfarm-payrolls/releases'] = releases;
  open('/instruments/EURUSD');
  fireEvent.click(await screen.findByRole('button', { name: 'Nonfarm payrolls' }));
  expect((await screen.findByText('doubtful')).getAttribute('data-tip')).toBe('ann: typo in the source');
});

test('an indicator page shows last and next release, the consensus record and every release', async () => {
  answers['indicators/us-nonfarm-payrolls/releases'] = releases;
  answers['releases/us-nonfarm-payrolls@2021-08-06'] = { releaseId: 'us-nonfarm-payrolls@2021-08-06', rows: [] };
  open('/indicators/us-nonfarm-payrolls');
  expect(await screen.findByRole('heading', { name: '235K against a consensus of 720K: 2.8σ weaker than expected.' })).toBeTruthy();
  expect(await screen.findByText('8 Oct')).toBeTruthy();
  expect(screen.getByText(/^On average of 44 releases, the actual was/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '6 Aug 2021' }));
  await waitFor(() => expect(window.location.search).toContain('release=us-nonfarm-payrolls@2021-08-06'.replace('@', '%40')));
  expect(document.title).toContain('us-nonfarm-payrolls');
});

test('an indicator that is overdue or late says so, one without releases says that', async () => {
  const changed = (overdue: boolean) => ({ ...indicators, items: indicators.items.map((item) => ({ ...item, overdue })) });
  answers['indicators'] = changed(true);
  answers['indicators/us-nonfarm-payrolls/releases'] = { ...releases, items: [], consensus: { releases: 0, meanMiss: null, sameDirection: null } };
  answers['calendar'] = { ...calendar, items: calendar.items.map((item) => (item.indicator === 'us-nonfarm-payrolls' && item.actual === null ? { ...item, state: 'late', stateReason: 'announced', releasedAt: '2021-09-03T12:30:00Z' } : item)) };
  open('/indicators/us-nonfarm-payrolls');
  expect(await screen.findByRole('heading', { name: 'No release yet' })).toBeTruthy();
  expect(screen.getByText(/^Overdue: no release for twice its period/)).toBeTruthy();
  expect(await screen.findByText(/^Late: due Fri 3 Sep 14:30/)).toBeTruthy();
});

test('an unknown indicator offers those that the server names', async () => {
  answers['indicators/us-payrolls/releases'] = new Response(JSON.stringify({ type: 'urn:macro-edge:problem:unknown-indicator', detail: 'Indicator "us-payrolls" does not exist. Did you mean us-nonfarm-payrolls?' }), { status: 404 });
  open('/indicators/us-payrolls');
  expect(await screen.findByRole('heading', { name: 'No indicator matches “us-payrolls”' })).toBeTruthy();
  expect((await screen.findByRole('link', { name: 'US Nonfarm payrolls' })).getAttribute('href')).toBe('/indicators/us-nonfarm-payrolls');
});

test('a contribution leads to the page of its indicator', async () => {
  open('/instruments/EURUSD');
  const link = await screen.findByRole('link', { name: 'All releases of Nonfarm payrolls' });
  expect(link.getAttribute('href')).toBe('/indicators/us-nonfarm-payrolls');
});

test('the next releases say which of them no source has announced', async () => {
  open('/');
  const next = await screen.findByRole('list', { name: 'Next releases' });
  expect(within(next).getAllByText(/^about /)).toHaveLength(1);
  expect(within(next).getByText(/^about /).closest('li')?.textContent).toContain('CPI m/m');
  expect(within(next).getByText(/^“About”: guessed from the usual cadence/)).toBeTruthy();
});

test('a region in the address keeps the rows with a reason from it', async () => {
  open('/?region=GB');
  await screen.findByRole('link', { name: 'GBPUSD' });
  expect(screen.queryByRole('link', { name: 'USDJPY' })).toBeNull();
  fireEvent.change(screen.getByRole('combobox', { name: 'Region' }), { target: { value: 'all' } });
  await screen.findByRole('link', { name: 'USDJPY' });
  expect(window.location.search).toBe('');
});

test('a filter that is not valid is named, the default is used, and the address stays as typed', async () => {
  open('/?region=XX');
  expect((await screen.findByText('region “XX”')).closest('p')?.textContent).toContain('is not valid; the default is used instead.');
  expect(screen.getByRole('link', { name: 'USDJPY' })).toBeTruthy();
  expect(window.location.search).toBe('?region=XX');
});

test('a column header sorts, and the address keeps the order', async () => {
  open('/');
  fireEvent.click(await screen.findByRole('button', { name: 'Score' }));
  await waitFor(() => expect(window.location.search).toBe('?sort=score'));
  expect(screen.getByRole('columnheader', { name: 'Score' }).getAttribute('aria-sort')).toBe('descending');
});

test('the palette opens an instrument with the keyboard alone', async () => {
  open('/');
  await screen.findByRole('link', { name: 'EURUSD' });
  await act(async () => { fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true }); });
  const field = await screen.findByRole('combobox', { name: /^Go to/ });
  fireEvent.change(field, { target: { value: 'euro dollar' } });
  expect(within(screen.getByRole('listbox')).getAllByRole('option')[0]?.textContent).toContain('EURUSD');
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('heading', { name: 'EURUSD' });
  expect(window.location.pathname).toBe('/instruments/EURUSD');
});

test('the question mark opens the keyboard shortcuts', async () => {
  open('/');
  await screen.findByRole('link', { name: 'EURUSD' });
  await act(async () => { fireEvent.keyDown(document.body, { key: '?' }); });
  expect((await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).textContent).toContain('Previous, next release');
});

test('late releases are named in a banner and on the rows', async () => {
  const since = '2021-09-02T12:30:00Z';
  const late = { ...calendar.completeness, late: 1, outstanding: 1, since, regions: [{ region: 'US', due: 0, late: 1, missing: 0, cancelled: 0, outstanding: 1, since }] };
  answers['board'] = board({ items: summary.items.map((row) => (row.instrument === 'USDJPY' ? { ...row, freshness: 0.4 } : row)) }, { completeness: late });
  open('/');
  const banner = await screen.findByRole('region', { name: 'Late releases' });
  expect(banner.textContent).toBe('US releases are late. 1 release due since Thu 2 Sep 14:30 has not arrived. Scores still use the previous one. Data health');
  expect(screen.getByText('US late').closest('tr')?.textContent).toContain('USDJPY');
  expect(screen.getAllByText('US late')).toHaveLength(1);
});

test('a lost connection is reported with its time and the next attempt', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')));
  open('/');
  expect((await screen.findByText(/^Connection lost at \d\d:\d\d:\d\d\.$/)).closest('p')?.textContent).toMatch(/Retrying in \d+ s\.$/);
});

test.each(['/', '/instruments/EURUSD', '/indicators/us-nonfarm-payrolls'])('%s has no accessibility violation that axe can find', async (path) => {
  answers['indicators/us-nonfarm-payrolls/releases'] = releases;
  const { container } = open(path);
  await screen.findByRole('main');
  await screen.findAllByText(path.startsWith('/indicators') ? 'Releases' : 'EURUSD');
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

const HEALTH = {
  'completeness': { asOf: summary.asOf, completeness: calendar.completeness, items: [], stale: false, sampleOnly: false },
  'imports': { items: [{ batch: 7, recordedAt: summary.asOf, kind: 'calendar', profile: 'macro-edge', source: null, files: ['mine.csv'], counts: { corrected: 0, ignored: 0, imported: 3, quarantined: 1, read: 5, repaired: 0, revised: 0, revisionsFound: 0, unchanged: 0, unmapped: 1, unmappedTitles: [{ title: 'USD Oil', count: 1 }] }, moved: null, verdict: null, undoneBy: null, undoes: null }] },
  'imports/quarantine': { items: [{ batch: 7, file: 'mine.csv', line: 3, message: 'the actual is not a number', raw: 'USD,CPI,abc', reason: 'not-a-number' }] },
  'conflicts': { asOf: null, recordedAt: summary.asOf, total: 0, items: [] },
  'suspects': {
    asOf: summary.asOf, stale: false, sampleOnly: false,
    items: [{
      kind: 'suspect', releaseId: 'us-nonfarm-payrolls@2021-08-06', indicator: 'us-nonfarm-payrolls', name: 'Non-Farm Employment Change', shortName: 'Payrolls', region: 'US', category: 'labour',
      unit: 'persons', step: 1000, releasedAt: '2021-08-06T12:30:00Z', actual: 943000, forecast: 8700000, previous: 938000, nextPrevious: 1053000, zRaw: -44.2, source: 'macro-edge',
    }],
  },
};

test('the data health lists the releases that nobody has judged', async () => {
  Object.assign(answers, HEALTH);
  open('/health');
  const table = await screen.findByRole('table', { name: 'Releases that look wrong, the latest first' });
  expect(within(table).getByText('no, it looks like a typing error')).toBeTruthy();
  expect(within(table).getByText('8,700K')).toBeTruthy();
});

test('the data health says whether the numbers can be trusted and what speaks against it', async () => {
  Object.assign(answers, HEALTH);
  const { container } = open('/health');
  expect((await screen.findByText(/1 row waits in quarantine and is not used\./)).textContent).toMatch(/^(Yes|In part|No): /);
  expect(await screen.findByText('the actual is not a number')).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: 'mine.csv, line 3' })).toBeTruthy();
  expect(screen.getByText('USD Oil')).toBeTruthy();
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
});

test('an import is taken back only after a question that says what follows', async () => {
  Object.assign(answers, HEALTH);
  open('/health');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo: import 7' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/every answer is as if it had never come/)).toBeTruthy();
  expect(requests.some(({ pathname }) => pathname.endsWith('/undo'))).toBe(false);
  answers['imports/7/undo'] = { batch: 8 };
  fireEvent.click(within(dialog).getByRole('button', { name: 'Undo' }));
  expect(await within(dialog).findByText(/undone/)).toBeTruthy();
  expect(requests.filter(({ pathname }) => pathname === '/api/v1/imports/7/undo')).toHaveLength(1);
});
