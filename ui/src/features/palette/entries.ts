import type { BiasItem, Indicator, Label } from '../../shared/api/schema';
import { published } from '../../shared/format/figures';
import { ASSET_CLASSES } from '../../shared/format/labels';
import { sigmas } from '../../shared/format/numbers';
import { REGIONS } from '../../shared/format/regions';
import { instant } from '../../shared/format/times';
import type { Action } from '../../shared/ui/actions';

/** Where an entry leads. */
export type Target =
  | { to: 'instrument'; id: string }
  | { to: 'board'; search: Record<string, string> }
  | { to: 'instant'; at: string | undefined }
  | { to: 'action'; run: () => void };

export interface Entry {
  kind: 'Instrument' | 'Indicator' | 'Page' | 'Board' | 'Time machine' | 'Action';
  name: string;
  /** Further words that find it. */
  also: string;
  note: string;
  target: Target;
  label?: { score: number | null; label: Label | null };
}

const entry = (kind: Entry['kind'], name: string, target: Target, also = '', note = ''): Entry => ({ kind, name, also, note, target });

function instruments(items: readonly BiasItem[]): Entry[] {
  return items.map(({ instrument, name, score, label }) =>
    ({ ...entry('Instrument', instrument, { to: 'instrument', id: instrument }, name, name === instrument ? '' : name), label: { score, label } }));
}

/** The weightiest first, so that of several that fit the one that moves markets is on top. */
function lastReleases(catalogue: readonly Indicator[], reference: string): Entry[] {
  return catalogue.toSorted((a, b) => b.importance - a.importance).flatMap((indicator) => {
    const { region, name, shortName, category, lastReleasedAt, lastActual, lastForecast, lastZ } = indicator;
    if (!lastReleasedAt) return [];
    const versus = lastForecast === null ? '' : ` vs ${published(lastForecast, indicator)}`;
    const note = `${instant(lastReleasedAt, reference)}: ${published(lastActual, indicator)}${versus}${lastZ === null ? '' : ` ${sigmas(lastZ)}`}`;
    return entry('Indicator', `${region} ${name}`, { to: 'instant', at: lastReleasedAt }, `${shortName} ${category} ${indicator.indicator} last release`, note);
  });
}

const BOARDS: readonly Entry[] = [
  entry('Page', 'Board', { to: 'board', search: {} }, 'home start all'),
  ...ASSET_CLASSES.map(({ code, name }) => entry('Board', name, { to: 'board', search: { class: code } }, `class filter ${code}`, 'only this class')),
  ...REGIONS.map(({ code, name }) => entry('Board', `Reasons from ${name}`, { to: 'board', search: { region: code } }, `region filter ${code}`, 'only rows with one')),
  entry('Board', 'Sorted by score', { to: 'board', search: { sort: 'score' } }, 'sort highest'),
  entry('Board', 'Sorted by strength', { to: 'board', search: { sort: 'strength' } }, 'sort strongest'),
  entry('Board', 'Sorted by 24 h change', { to: 'board', search: { sort: 'day' } }, 'sort moved movers'),
];

interface Loaded {
  items: readonly BiasItem[];
  catalogue: readonly Indicator[];
  /** What the page at hand offers. */
  offered: readonly Action[];
  asOf: string | undefined;
  /** The instant of the answer: years that differ from it are written out. */
  reference: string;
}

/** Everything that the palette can go to, from what is loaded. */
export function entries({ items, catalogue, offered, asOf, reference }: Loaded): Entry[] {
  const live = asOf === undefined ? [] : [entry('Time machine', 'Back to live', { to: 'instant', at: undefined }, 'now latest', 'Esc')];
  const actions = offered.map(({ name, key, run }) => entry('Action', name, { to: 'action', run }, '', key ?? ''));
  return [...live, ...instruments(items), ...BOARDS, ...actions, ...lastReleases(catalogue, reference)];
}
