import type { BiasItem, Indicator, Label } from '../../shared/api/types';
import { published } from '../../shared/format/figures';
import { ASSET_CLASSES } from '../../shared/format/labels';
import { sigmas } from '../../shared/format/numbers';
import { REGIONS } from '../../shared/format/regions';
import { instant } from '../../shared/format/times';
import type { Action } from '../../shared/ui/actions';

/** Where an entry leads. */
export type Target =
  | { to: 'instrument'; id: string }
  | { to: 'indicator'; id: string }
  | { to: 'board'; search: Record<string, string> }
  | { to: 'page'; path: '/calendar' | '/heatmap' | '/regime' | '/correlation' | '/health' }
  | { to: 'instant'; asOf: string | undefined }
  | { to: 'action'; run: () => void };

export interface Entry {
  kind: 'Instrument' | 'Indicator' | 'Release' | 'Page' | 'Board' | 'Time machine' | 'Action';
  name: string;
  /** Further search terms. */
  terms: string;
  note: string;
  target: Target;
  /** Why the reader may not do it. */
  refused?: string | undefined;
  label?: { score: number | null; label: Label | null };
}

const entry = (kind: Entry['kind'], name: string, target: Target, terms = '', note = ''): Entry => ({ kind, name, terms, note, target });

function instruments(items: readonly BiasItem[]): Entry[] {
  return items.map(({ instrument, name, score, label }) =>
    ({ ...entry('Instrument', instrument, { to: 'instrument', id: instrument }, name, name === instrument ? '' : name), label: { score, label } }));
}

/** Ordered by importance, so that among several matches the one that moves markets comes first. */
const byImportance = (catalogue: readonly Indicator[]) => catalogue.toSorted((a, b) => b.importance - a.importance);

function indicatorPages(catalogue: readonly Indicator[], reference: string): Entry[] {
  return byImportance(catalogue).map((indicator) => {
    const { region, name, shortName, category, lastReleasedAt, lastActual, lastForecast, lastZ } = indicator;
    const terms = `${shortName} ${category} ${indicator.indicator}`;
    if (!lastReleasedAt) return entry('Indicator', `${region} ${name}`, { to: 'indicator', id: indicator.indicator }, terms, indicator.overdue ? 'overdue' : 'no release yet');
    const versus = lastForecast === null ? '' : ` vs ${published(lastForecast, indicator)}`;
    const note = `${instant(lastReleasedAt, reference)}: ${published(lastActual, indicator)}${versus}${lastZ === null ? '' : ` ${sigmas(lastZ)}`}`;
    return entry('Indicator', `${region} ${name}`, { to: 'indicator', id: indicator.indicator }, terms, note);
  });
}

/** The times of the last releases, for the time machine. */
function lastReleases(catalogue: readonly Indicator[], reference: string): Entry[] {
  return byImportance(catalogue).flatMap(({ indicator, region, name, shortName, category, lastReleasedAt }) =>
    (lastReleasedAt ? entry('Release', `Go to the last ${region} ${name}`, { to: 'instant', asOf: lastReleasedAt }, `${shortName} ${category} ${indicator}`, instant(lastReleasedAt, reference)) : []));
}

const BOARDS: readonly Entry[] = [
  entry('Page', 'Board', { to: 'board', search: {} }, 'home start all'),
  entry('Page', 'Calendar', { to: 'page', path: '/calendar' }, 'releases coming upcoming next what if scenario flip', 'what is coming, and what would it do?'),
  entry('Page', 'Heat map', { to: 'page', path: '/heatmap' }, 'surprises region category', 'where are the surprises?'),
  entry('Page', 'Regime', { to: 'page', path: '/regime' }, 'goldilocks reflation stagflation slowdown growth inflation quadrant', 'which regime is each economy in?'),
  entry('Page', 'Correlation', { to: 'page', path: '/correlation' }, 'pairs matrix alike opposed', 'which biases are the same trade?'),
  entry('Page', 'Data health', { to: 'page', path: '/health' }, 'late missing quarantine conflicts imports undo jobs sources trust', 'can I trust today’s numbers?'),
  ...ASSET_CLASSES.map(({ code, name }) => entry('Board', name, { to: 'board', search: { class: code } }, `class filter ${code}`, 'filter by class')),
  ...REGIONS.map(({ code, name }) => entry('Board', `Reasons from ${name}`, { to: 'board', search: { region: code } }, `region filter ${code}`, 'filter by region')),
  entry('Board', 'Sorted by score', { to: 'board', search: { sort: 'score' } }, 'sort highest'),
  entry('Board', 'Sorted by strength', { to: 'board', search: { sort: 'strength' } }, 'sort strongest'),
  entry('Board', 'Sorted by 24 h change', { to: 'board', search: { sort: 'day' } }, 'sort moved movers'),
];

interface Loaded {
  items: readonly BiasItem[];
  catalogue: readonly Indicator[];
  /** The actions of the current page. */
  actions: readonly Action[];
  asOf: string | undefined;
  /** The time of the answer. Dates in another year show their year. */
  reference: string;
}

/** Everything that the palette can open, from the data that is loaded. */
export function entries({ items, catalogue, actions, asOf, reference }: Loaded): Entry[] {
  const live = asOf === undefined ? [] : [entry('Time machine', 'Back to live', { to: 'instant', asOf: undefined }, 'now latest', 'Esc')];
  const actionEntries = actions.map(({ name, key, refused, run }) => ({ ...entry('Action', name, { to: 'action', run }, '', refused ?? key ?? ''), refused }));
  return [...live, ...instruments(items), ...BOARDS, ...actionEntries, ...indicatorPages(catalogue, reference), ...lastReleases(catalogue, reference)];
}
