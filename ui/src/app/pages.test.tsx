import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import scenario from '../test/answers/scenario.json';
import { answers, board, open, requests, summary } from '../test/app';

const RUN = { asOf: summary.asOf, runId: summary.runId, weightSet: 'default', weightsPrior: false, formula: 2, stale: false, sampleOnly: false };
const ISM = { releaseId: 'us-ism-services@2021-09-03', indicator: 'us-ism-services', name: 'ISM services PMI', shortName: 'ISM services', region: 'US', releasedAt: '2021-09-03T14:00:00Z', scheduled: true, unit: 'index', step: 0.1 };
const FLIPS = {
  ...RUN, labelBounds: scenario.labelBounds, until: '2021-09-10T13:00:00Z', leastSurprises: 10, items: [],
  releases: [{
    ...ISM, forecast: 61.9, forecastKind: 'survey', marks: [], sigma: 2.58, sigmaObservations: 140, reason: null, pastSurprises: 140, bandwidth: 0.4,
    items: [{ instrument: 'USDCAD', score: -74, label: 'bearish', flips: [{ label: 'neutral', sigmas: 3.06, value: 69.82, firstValue: 69.9, firstSigmas: 3.1, probability: 0.011 }] }],
  }],
};
const axis = (composite: number) => ({ composite, state: 'up', reason: null, up: 0.9, distance: 0.7, probability: true, scores: { months: 92, up: 0.1, persistence: 0.2 }, switching: { upper: null, lowerMean: null, upperMean: null, lowerMonths: null, upperMonths: null, reason: 'too-few-months', probability: false, scores: { months: 0, up: null, persistence: null } } });
const MONTH = { monthEnd: '2021-08-31', quadrant: 'reflation', dwell: 6, growth: axis(0.43), inflation: axis(2.82), correlation: 0.1, odds: { goldilocks: 0.01, reflation: 0.73, stagflation: 0.26, slowdown: 0, probability: true } };
const PAIR = { first: 'EURUSD', second: 'GBPUSD', r: 0.82, lower: 0.75, upper: 0.87, differs: true, observations: 156, effective: 140, reason: null };
const CORRELATION = {
  asOf: RUN.asOf, stale: false, sampleOnly: false, of: 'bias', every: 'week', from: '2018-09-03T13:00:00Z', knownFrom: '2014-01-01T00:00:00Z', rows: 156, fewest: 20, pairs: [PAIR], path: null,
  series: [{ id: 'EURUSD', name: 'Euro / US dollar', observations: 156 }, { id: 'GBPUSD', name: 'Pound / US dollar', observations: 156 }],
  shared: { series: 2, observations: 156, intensity: 0.02, effective: 1.2, reason: null, components: [{ share: 0.9, members: [{ id: 'EURUSD', weight: 0.7 }, { id: 'GBPUSD', weight: 0.7 }] }] },
};

beforeEach(() => {
  Object.assign(answers, {
    flips: FLIPS,
    scenarios: scenario,
    heatmap: {
      ...RUN, regions: ['US', 'EA'], categories: ['growth', 'labour'],
      cells: [{ region: 'US', category: 'growth', z: -1.2, live: 4, indicators: 5, reason: null }, { region: 'US', category: 'labour', z: null, live: 0, indicators: 3, reason: 'no-live-signal' }, { region: 'EA', category: 'growth', z: 0.3, live: 2, indicators: 2, reason: null }],
      totals: [{ region: 'US', z: -1.2, live: 4, indicators: 8, coverage: 0.7, reason: null }, { region: 'EA', z: 0.5, live: 2, indicators: 2, coverage: 1, reason: null }],
    },
    regimes: { ...RUN, catalogue: 'c', items: [{ region: 'US', latest: MONTH, growthMembers: [{ indicator: 'us-gdp', name: 'GDP q/q', momentum: 0, share: 0.25 }], inflationMembers: [] }, { region: 'CA', latest: null, growthMembers: [], inflationMembers: [] }] },
    'regimes/US/history': { ...RUN, catalogue: 'c', region: 'US', points: [{ ...MONTH, monthEnd: '2021-07-31' }, MONTH] },
    correlation: CORRELATION,
  });
});

const faults = async (container: HTMLElement) => (await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test('a row of the board names the next release that could change its label, and links to its scenario', async () => {
  open('/?asOf=2021-09-03T13:00:00Z');
  const row = (await screen.findByRole('link', { name: 'USDCAD' })).closest('tr');
  const next = row?.querySelector('a.flip');
  expect(next?.textContent).toMatch(/^in 1 h US ISM services\s+neutral from 69\.9 \+3\.1σ 1% \(140\)$/);
  const search = new URL(next?.getAttribute('href') ?? '', 'http://test').searchParams;
  expect([search.get('what'), search.get('at'), search.get('asOf')]).toEqual(['us-ism-services', '2021-09-03T14:00:00Z', '2021-09-03T13:00:00Z']);
});

test('a row whose next release has no forecast states the flip in σ, and one without a flip says so', async () => {
  open('/');
  const cell = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')?.querySelector('.col-flip')?.textContent;
  expect(await cell('EURUSD')).toMatch(/^about 10 Sep US CPI m\/m\s+neutral down from −0\.6σ\s*$/);
  expect(await cell('AUDNZD')).toBe('None within 7 days');
  expect(await cell('BTCUSD')).toBe('No label to change');
});

test('the calendar says what is next and what it would take to flip a label', async () => {
  const { container } = open('/calendar');
  expect(await screen.findByRole('heading', { name: 'US ISM services in 1 h' })).toBeTruthy();
  expect(await screen.findByText('Consensus 61.9. It takes 69.9 or more (+3.1σ) to turn USDCAD neutral.')).toBeTruthy();
  expect(requests.filter(({ pathname }) => pathname === '/api/v1/flips').map(({ searchParams }) => [searchParams.get('asOf'), searchParams.get('within')])).toEqual([[summary.asOf, '7d']]);
  expect(await faults(container)).toEqual([]);
});

test('a release opens as a scenario, the address names it, and a figure that is typed is sent to the server', async () => {
  const { container } = open('/calendar');
  fireEvent.click(await screen.findByRole('button', { name: 'ISM services' }));
  const table = await screen.findByRole('table', { name: 'The score of each instrument at seven sizes of the surprise' });
  expect(within(table).getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['USDCAD']);
  expect(window.location.search).toContain('what=us-ism-services');
  fireEvent.change(screen.getByRole('textbox', { name: 'Figure of US ISM services' }), { target: { value: '65.8' } });
  fireEvent.click(screen.getByRole('button', { name: 'Show US ISM services' }));
  await waitFor(() => expect(requests.filter(({ pathname }) => pathname === '/api/v1/scenarios').map(({ searchParams }) => searchParams.get('set'))).toEqual([null, 'us-ism-services=65.8']));
  expect(window.location.search).toContain('set=us-ism-services');
  expect(await faults(container)).toEqual([]);
});

test('a slider moves the figure by the step of the publisher, the address follows once it rests, and a link opens it there', async () => {
  const { container } = open('/calendar?what=us-ism-services&at=2021-09-03T14:00:00Z&set=us-ism-services=65.8');
  const slider = await screen.findByRole('slider', { name: 'US ISM services, from −4σ to +4σ' });
  expect([slider.getAttribute('min'), slider.getAttribute('max'), (slider as HTMLInputElement).value]).toEqual(['516', '722', '658']);
  expect(slider.getAttribute('aria-valuetext')).toBe('65.8, +1.5σ');
  expect(screen.getByText(/It comes as expected|No other release is known/)).toBeTruthy();
  for (const position of ['659', '660', '661']) fireEvent.change(slider, { target: { value: position } });
  expect(slider.getAttribute('aria-valuetext')).toBe('66.1, +1.6σ');
  expect((screen.getByRole('textbox', { name: 'Figure of US ISM services' }) as HTMLInputElement).value).toBe('66.1');
  await waitFor(() => expect(window.location.search).toContain('set=us-ism-services%3D66.1'));
  const asked = requests.filter(({ pathname }) => pathname === '/api/v1/scenarios').map(({ searchParams }) => searchParams.get('set'));
  expect(asked).toEqual(['us-ism-services=65.8', 'us-ism-services=66.1']);
  fireEvent.click(screen.getByRole('button', { name: 'All as expected' }));
  await waitFor(() => expect(window.location.search).not.toContain('set='));
  expect(slider.getAttribute('aria-valuetext')).toBe('61.9, 0.0σ, as expected');
  expect(await faults(container)).toEqual([]);
});

test('the curve shows the instrument of the address, and says where the figure stands', async () => {
  const moved = { ...scenario.items[1], instrument: 'SPX', grid: scenario.items[1]?.grid.map((point) => ({ ...point, score: point.score / 2, z: point.z / 4, label: 'neutral' })) };
  answers['scenarios'] = { ...scenario, items: [...scenario.items, moved] };
  open('/calendar?what=us-ism-services&at=2021-09-03T14:00:00Z&instrument=SPX');
  expect(await screen.findByRole('heading', { name: 'Score of SPX by the figure of US ISM services' })).toBeTruthy();
  fireEvent.change(screen.getByRole('combobox', { name: 'Instrument' }), { target: { value: 'USDCAD' } });
  expect(await screen.findByRole('heading', { name: 'Score of USDCAD by the figure of US ISM services' })).toBeTruthy();
  expect(window.location.search).toContain('instrument=USDCAD');
  expect(screen.getByText(/^At 61\.9 \(/).textContent).toBe('At 61.9 (0.0σ): −74, bearish. As expected: −74.');
});

test('the mean of a release that is left out is hidden while a slider shows another figure than the answer has', async () => {
  const ism = scenario.releases[0];
  const conditional = { z: 0.47, observations: 86, given: ['us-ism-services'], reason: null };
  const rate = { ...ism, releaseId: 'us-unemployment-rate@2021-09-03', indicator: 'us-unemployment-rate', name: 'Unemployment rate', shortName: 'Unemployment', conditional };
  const level = { score: -60, label: 'bearish', z: -1.2, reason: null };
  answers['scenarios'] = { ...scenario, releases: [{ ...ism, set: true, actual: 65.8 }, rate], items: scenario.items.map((item) => ({ ...item, conditional: level })) };
  open('/calendar?what=us-ism-services&at=2021-09-03T14:00:00Z&set=us-ism-services=65.8');
  const visibility = () => getComputedStyle(screen.getByText('+0.5σ on average given US ISM services, from 86 shared instants')).visibility;
  const slider = await screen.findByRole('slider', { name: 'US ISM services, from −4σ to +4σ' });
  await waitFor(() => expect(screen.getByText(/^At 65\.8 \(/).textContent).toContain('With the others at their mean: −60, bearish.'));
  expect(screen.getByRole('columnheader', { name: 'Others at mean' })).toBeTruthy();
  expect(visibility()).toBe('visible');
  fireEvent.change(slider, { target: { value: '661' } });
  expect(visibility()).toBe('hidden');
  expect(screen.getByText(/^At 66\.1 \(/).textContent).not.toContain('With the others');
  await waitFor(() => expect(visibility()).toBe('visible'));
});

test('a scenario that the server refuses says why in the place of the scenario', async () => {
  answers['scenarios'] = new Response(JSON.stringify({ type: 'urn:macro-edge:problem:not-to-come', detail: 'No release is scheduled for that time.' }), { status: 404 });
  open('/calendar?what=us-nonfarm-payrolls&at=2021-10-08T12:30:00Z');
  expect((await screen.findByRole('alert')).textContent).toBe('No release is scheduled for that time.');
});

test('the flips of the past are asked for as of that time', async () => {
  answers['board'] = board({ asOf: '2021-08-02T13:00:00Z' });
  open('/calendar?asOf=2021-08-02T13:00:00Z');
  await waitFor(() => expect(requests.find(({ pathname }) => pathname === '/api/v1/flips')?.searchParams.get('asOf')).toBe('2021-08-02T13:00:00Z'));
});

test('the heat map opens a cell beside the matrix, and the address keeps it', async () => {
  const { container } = open('/heatmap');
  expect(await screen.findByText('Strongest Euro area +0.50, weakest United States −1.20.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '+0.3' }));
  expect(await screen.findByRole('heading', { name: 'Euro area, growth' })).toBeTruthy();
  expect(window.location.search).toContain('cell=EA.growth');
  expect(requests.filter(({ pathname }) => pathname === '/api/v1/heatmap').map(({ searchParams }) => searchParams.get('asOf')).toSorted()).toEqual(['2021-08-27T13:00:00Z', summary.asOf]);
  expect(await faults(container)).toEqual([]);
});

test('arrow keys move through the heat map', async () => {
  open('/heatmap');
  const first = await screen.findByRole('button', { name: 'none live' });
  first.focus();
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  expect(document.activeElement?.getAttribute('data-cell')).toBe('US.all');
});

test('the regimes name the quadrant of each region and why one has none', async () => {
  const { container } = open('/regime');
  expect(await screen.findByText(/^Of the 1 regions? with enough data, reflation in 1\./)).toBeTruthy();
  expect(await screen.findByText(/^United States: Reflation for 6 month-ends\./)).toBeTruthy();
  expect(screen.getByText('no month-end yet')).toBeTruthy();
  expect(await screen.findByText('Reflation, 31 Jul 2021 to 31 Aug 2021, 2 month-ends')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'CA Canada' }));
  await waitFor(() => expect(window.location.search).toContain('region=CA'));
  expect(await faults(container)).toEqual([]);
});

test('the correlations count the pairs that differ from zero, and a pair shows its interval and asks for its path', async () => {
  const { container } = open('/correlation');
  expect(await screen.findByText('2 series move like 1.2 independent ones; 1 of 1 pairs differ from zero.')).toBeTruthy();
  expect(await screen.findByText(/^95% interval \+0\.75 to \+0\.87/)).toBeTruthy();
  await waitFor(() => expect(requests.some(({ searchParams }) => searchParams.get('pair') === 'EURUSD,GBPUSD')).toBe(true));
  fireEvent.change(screen.getByRole('combobox', { name: 'Step' }), { target: { value: 'day' } });
  await waitFor(() => expect(requests.some(({ searchParams }) => searchParams.get('every') === 'day')).toBe(true));
  expect(window.location.search).toContain('step=day');
  expect(await faults(container)).toEqual([]);
});

test('without series the correlations say what is missing', async () => {
  answers['correlation'] = { ...CORRELATION, pairs: [], series: [] };
  open('/correlation?of=price');
  expect(await screen.findByRole('heading', { name: 'No correlations yet' })).toBeTruthy();
});

test('a page whose answer fails says so in its place, with the code', async () => {
  for (const path of ['heatmap', 'regimes', 'correlation']) answers[path] = new Response(JSON.stringify({ type: 'urn:macro-edge:problem:store-unavailable', detail: 'The database did not answer within 5 s.' }), { status: 500 });
  for (const page of ['/heatmap', '/regime', '/correlation']) {
    const { unmount } = open(page);
    expect((await screen.findByRole('alert')).textContent).toContain('store-unavailable');
    unmount();
  }
});

test.each([['/regime', 'c', '/calendar'], ['/regime', 'h', '/heatmap'], ['/correlation', 'r', '/regime'], ['/regime', 'x', '/correlation'], ['/regime', 'b', '/'], ['/regime', 'd', '/health']])('from %s, g and %s open %s', async (from, key, path) => {
  open(from);
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'g' });
  fireEvent.keyDown(document.body, { key });
  await waitFor(() => expect(window.location.pathname).toBe(path));
});

test('a key that is not preceded by g opens no page', async () => {
  open('/regime');
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'x' });
  expect(window.location.pathname).toBe('/regime');
});
