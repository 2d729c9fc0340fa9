import type { CalendarItem, FlipPoint, FlipRelease, ScenarioAnswer, ScenarioBias } from '../../shared/api/types';
import { expected } from '../../shared/format/figures';
import { flipWords, comes } from '../../shared/format/flips';
import { LABEL_WORDS } from '../../shared/format/labels';
import { sameDay, shiftedDays } from '../../shared/format/times';

export const VIEWS = { upcoming: 'Upcoming', past: 'Past', both: 'Both' } as const;
export type View = keyof typeof VIEWS;

/** Which releases are shown: those of some importance, by default with every one that could flip a label. */
export const IMPORTANCES = { flip: '2 and 3, or could flip', all: 'all', 2: '2 and 3', 3: '3' } as const;
export type Importance = keyof typeof IMPORTANCES;

const known = <T extends object>(values: T, typed: unknown, fallback: keyof T & string): keyof T & string =>
  (typeof typed === 'string' && Object.hasOwn(values, typed) ? (typed as keyof T & string) : fallback);

export const readView = (typed: unknown): View => known(VIEWS, typed, 'upcoming') as View;
export const readImportance = (typed: unknown): `${Importance}` => known(IMPORTANCES, typed, 'flip') as `${Importance}`;

const LEAST: Record<`${Importance}`, number> = { flip: 2, all: 1, 2: 2, 3: 3 };

const PAST_DAYS = 2;

export interface Filter {
  importance: `${Importance}`;
  region: string | undefined;
}

/** A release that is to come, with the labels that it could change, the nearest flip first. */
export interface UpcomingRow {
  item: CalendarItem;
  flips: RowFlip[];
  /** How many past surprises the probabilities rest on. */
  pastSurprises: number;
}

export interface RowFlip {
  instrument: string;
  flip: FlipPoint;
}

const size = ({ flip: { firstSigmas, sigmas } }: RowFlip) => Math.abs(firstSigmas ?? sigmas);

/** Every flip of a release, the nearest first; of equal ones in the order of the catalogue. */
export function rowFlips(release: FlipRelease | undefined): RowFlip[] {
  return (release?.items ?? []).flatMap(({ instrument, flips }) => flips.map((flip) => ({ instrument, flip }))).toSorted((a, b) => size(a) - size(b));
}

/** The releases after an instant that nobody has called off, by time. */
export function upcomingRows(items: readonly CalendarItem[], releases: readonly FlipRelease[], asOf: string, { importance, region }: Filter): UpcomingRow[] {
  const byKey = new Map(releases.map((release) => [release.indicator + release.releasedAt, release]));
  return items
    .filter((item) => item.actual === null && item.releasedAt > asOf && (item.state === 'scheduled' || item.state === 'expected') && (region === undefined || item.region === region))
    .map((item) => {
      const release = byKey.get(item.indicator + item.releasedAt);
      return { item, flips: rowFlips(release), pastSurprises: release?.pastSurprises ?? 0 };
    })
    .filter(({ item, flips }) => item.importance >= LEAST[importance] || (importance === 'flip' && flips.length > 0));
}

/** What was published in the last 48 hours, newest first. */
export function pastRows(items: readonly CalendarItem[], asOf: string, { importance, region }: Filter): CalendarItem[] {
  const from = shiftedDays(asOf, -PAST_DAYS);
  return items
    .filter((item) => item.actual !== null && item.releasedAt > from && item.releasedAt <= asOf && item.importance >= LEAST[importance] && (region === undefined || item.region === region))
    .toSorted((a, b) => (a.releasedAt < b.releasedAt ? 1 : a.releasedAt > b.releasedAt ? -1 : 0));
}

/** Rows by the day of the reader on which they come. */
export function byDay(rows: readonly UpcomingRow[]): { first: string; rows: UpcomingRow[] }[] {
  const days: { first: string; rows: UpcomingRow[] }[] = [];
  for (const row of rows) {
    const day = days.at(-1);
    if (day && sameDay(day.first, row.item.releasedAt)) day.rows.push(row);
    else days.push({ first: row.item.releasedAt, rows: [row] });
  }
  return days;
}

/** "US ISM services in 1 h", and what it would take to flip a label: of the next announced release of the highest importance that is shown. */
export function headline(rows: readonly UpcomingRow[], asOf: string): { title: string; sentence: string } | null {
  const announced = rows.filter(({ item }) => item.state === 'scheduled');
  const most = Math.max(...announced.map(({ item }) => item.importance));
  const next = announced.find(({ item }) => item.importance === most);
  if (next === undefined) return null;
  const { item, flips, pastSurprises } = next;
  const title = `${item.region} ${item.shortName} ${comes({ releasedAt: item.releasedAt, scheduled: true }, asOf)}`;
  const consensus = item.forecast === null ? 'No forecast is known yet.' : `${item.forecastKind === 'survey' ? 'Consensus' : 'Forecast'} ${expected(item.forecast, item, item.marks)}.`;
  return { title, sentence: `${consensus} ${flipSentence(flips[0], item, pastSurprises)}` };
}

function flipSentence(nearest: RowFlip | undefined, item: CalendarItem, pastSurprises: number): string {
  if (nearest === undefined) return 'No figure within 4σ changes a label.';
  const { atLeast, figure, surprise } = flipWords(nearest.flip, item, pastSurprises);
  const from = surprise === null ? `a surprise of ${figure}` : `${figure} or ${atLeast ? 'more' : 'less'} (${surprise})`;
  return `It takes ${from} to turn ${nearest.instrument} ${LABEL_WORDS[nearest.flip.label].toLowerCase()}.`;
}

/** A row of a what-if: one instrument at each size of the surprise. */
export interface WhatIfRow {
  item: ScenarioBias;
  /** Whether any shown surprise gives another label than the expected figure. */
  flips: boolean;
}

const span = ({ grid }: ScenarioBias) => Math.abs((grid.at(-1)?.score ?? 0) - (grid[0]?.score ?? 0));

/** The instruments that a release moves: those whose label it can change first, then by how far it moves them. */
export function whatIfRows({ items }: Pick<ScenarioAnswer, 'items'>): WhatIfRow[] {
  return items
    .filter(({ grid }) => grid.length > 0)
    .map((item) => ({ item, flips: new Set(item.grid.map(({ label }) => label)).size > 1 }))
    .toSorted((a, b) => Number(b.flips) - Number(a.flips) || span(b.item) - span(a.item));
}

/** The figure that the address sets for the varied release, as it was typed. */
export function setOf(what: string, set: string | undefined): string {
  const own = (set ?? '').split(/,\s*/).find((part) => part.startsWith(`${what}=`));
  return own?.slice(what.length + 1) ?? '';
}

/** The address with another figure for the varied release; the figures of others stay. */
export function withSet(what: string, set: string | undefined, figure: string): string | undefined {
  const others = (set ?? '').split(/,\s*/).filter((part) => part !== '' && !part.startsWith(`${what}=`));
  const typed = figure.trim();
  const all = typed === '' ? others : [`${what}=${typed}`, ...others];
  return all.length === 0 ? undefined : all.join(',');
}

export const UPCOMING_HEADER = ['released_at', 'state', 'region', 'indicator', 'name', 'importance', 'forecast', 'previous', 'instrument', 'new_label', 'first_value', 'first_sigmas', 'sigmas', 'probability', 'past_surprises'];

/** One line for each flip; one for a release without any. */
export function upcomingCsv({ item, flips, pastSurprises }: UpcomingRow) {
  const own = [item.releasedAt, item.state, item.region, item.indicator, item.name, item.importance, item.forecast, item.previous];
  if (flips.length === 0) return [[...own, null, null, null, null, null, null, pastSurprises]];
  return flips.map(({ instrument, flip }) => [...own, instrument, flip.label, flip.firstValue, flip.firstSigmas, flip.sigmas, flip.probability, pastSurprises]);
}
