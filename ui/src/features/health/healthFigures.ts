import type { Batch, BiasItem, CalendarItem, Completeness, Indicator, QuarantinedRow, Run, Source } from '../../shared/api/types';
import { count } from '../../shared/format/numbers';
import { REGIONS } from '../../shared/format/regions';
import { instant } from '../../shared/format/times';
import { regionList } from '../time/late';

const DAY = 24 * 60 * 60_000;
const WEEK = 7 * DAY;

export interface Trust {
  word: 'Yes' | 'In part' | 'No';
  reason: string;
}

/** Whether the numbers of an answer can be trusted, by the worst of what is known about them. */
export function trust({ asOf, stale, sampleOnly }: Pick<Run, 'asOf' | 'stale' | 'sampleOnly'>, { expected, outstanding, due, since, regions }: Completeness): Trust {
  if (sampleOnly) return { word: 'No', reason: 'the store has only the sample of 2014 to 2021, which is not today’s market.' };
  if (stale) return { word: 'No', reason: `no data has arrived since ${instant(asOf, '')}.` };
  if (expected === 0) return { word: 'No', reason: 'nothing was due in the last 100 days, so nothing shows that data arrive.' };
  if (outstanding > 0) {
    const where = regionList(regions.filter((region) => region.outstanding > 0).map(({ region }) => region));
    return { word: 'In part', reason: `${releases(outstanding)} of ${where} ${outstanding === 1 ? 'has' : 'have'} not arrived${since === null ? '' : `, the oldest due since ${instant(since, asOf)}`}.` };
  }
  if (due > 0) return { word: 'Yes', reason: `no publisher is late; ${releases(due)} ${due === 1 ? 'is' : 'are'} due and may still arrive.` };
  return { word: 'Yes', reason: 'every release due by now has arrived.' };
}

const releases = (number: number) => `${count(number)} ${number === 1 ? 'release' : 'releases'}`;

const isFigure = ({ state }: CalendarItem) => state === 'released';

/** Whether a figure was to be there by now: what was called off or never announced a figure is not. */
const wasExpected = ({ state }: CalendarItem) => state === 'released' || state === 'due' || state === 'late' || state === 'missing' || state === 'withdrawn';

export interface RegionRow {
  code: string;
  name: string;
  /** Indicators in force. */
  indicators: number;
  /** The releases of the last seven days by their time, each with whether its figure is there. */
  week: boolean[];
  received: number;
  last: string | null;
  next: string | null;
  /** Whether nobody has announced the next one: its time is an estimate. */
  nextByCadence: boolean;
  late: number;
  missing: number;
  due: number;
}

/** One row for each region that the catalogue or the calendar names, in the order of the catalogue. */
export function regionRows(items: readonly CalendarItem[], indicators: readonly Indicator[], { regions }: Completeness, asOf: string): RegionRow[] {
  const now = Date.parse(asOf);
  return REGIONS.map(({ code, name }) => {
    const own = items.filter(({ region }) => region === code).toSorted((first, second) => first.releasedAt.localeCompare(second.releasedAt));
    const week = own.filter((item) => wasExpected(item) && Date.parse(item.releasedAt) <= now && Date.parse(item.releasedAt) > now - WEEK).map(isFigure);
    const inForce = indicators.filter(({ region, validFrom, validTo }) => region === code && isInForce(validFrom, validTo, asOf));
    const next = own.find(({ state, releasedAt }) => (state === 'scheduled' || state === 'expected') && Date.parse(releasedAt) > now);
    const last = inForce.flatMap(({ lastReleasedAt }) => lastReleasedAt ?? []).toSorted().at(-1) ?? null;
    const { late = 0, missing = 0, due = 0 } = regions.find(({ region }) => region === code) ?? {};
    return { code, name, indicators: inForce.length, week, received: week.filter(Boolean).length, last, next: next?.releasedAt ?? null, nextByCadence: next?.state === 'expected', late, missing, due };
  }).filter(({ indicators: number, week }) => number > 0 || week.length > 0);
}

function isInForce(from: string | null, to: string | null, asOf: string): boolean {
  const today = asOf.slice(0, 10);
  return (from === null || from <= today) && (to === null || to >= today);
}

/** How many of the releases of the last 24 hours are there. */
export function ofLastDay(items: readonly CalendarItem[], asOf: string): { expected: number; received: number } {
  const now = Date.parse(asOf);
  const due = items.filter((item) => wasExpected(item) && Date.parse(item.releasedAt) <= now && Date.parse(item.releasedAt) > now - DAY);
  return { expected: due.length, received: due.filter(isFigure).length };
}

/** The instrument whose inputs are the least complete; undefined where none has a data health. */
export function lowestHealth(items: readonly BiasItem[]): BiasItem | undefined {
  return items.filter(({ health }) => health !== null).toSorted((first, second) => (first.health ?? 0) - (second.health ?? 0))[0];
}

/** The batches that brought something and are in force. */
const inForce = (batches: readonly Batch[]) => batches.filter(({ undoneBy, undoes }) => undoneBy === null && undoes === null);

/** The titles that no indicator has, over all batches in force, those with most rows first. */
export function unmappedTitles(batches: readonly Batch[]): { title: string; count: number }[] {
  const counts = new Map<string, number>();
  inForce(batches).flatMap(({ counts: of }) => of?.unmappedTitles ?? []).forEach(({ title, count: rows }) => counts.set(title, (counts.get(title) ?? 0) + rows));
  return [...counts].map(([title, rows]) => ({ title, count: rows })).toSorted((first, second) => second.count - first.count || first.title.localeCompare(second.title));
}

/** How many rows the batches in force read, and how many of them have no indicator. */
export function rowTotals(batches: readonly Batch[]): { read: number; unmapped: number } {
  const counts = inForce(batches).flatMap(({ counts: of }) => of ?? []);
  return { read: counts.reduce((sum, { read }) => sum + read, 0), unmapped: counts.reduce((sum, { unmapped }) => sum + unmapped, 0) };
}

/** What a batch is from: its files, its source, or what a person or the catalogue did. */
export function batchName({ kind, files, source, undoes, moved, verdict }: Batch): string {
  if (undoes !== null) return `undo of import ${undoes}`;
  if (verdict !== null) return `${verdict.statement} ${verdict.releaseId}`;
  if (moved !== null) return `catalogue edit, ${releases(moved)} moved`;
  if (kind === 'sample') return 'sample';
  const [first, ...others] = files;
  const name = first ?? source ?? kind;
  return others.length === 0 ? name : `${name} and ${count(others.length)} more`;
}

/** Whether a person can take the batch back. */
export const undoable = ({ kind, undoneBy, undoes }: Batch) => undoneBy === null && undoes === null && kind !== 'catalogue';

export const QUARANTINE_HEADER = ['import', 'file', 'line', 'reason', 'message', 'row'];

export const quarantineRow = ({ batch, file, line, reason, message, raw }: QuarantinedRow) => [batch, file, line, reason, message, raw];

/** The sources that need attention first, then those that are on, then those that are off. */
export function sourceOrder(sources: readonly Source[]): Source[] {
  const rank = ({ state, faultedAt, understoodAt }: Source) => {
    if (state === 'off') return 2;
    return state === 'resting' || (faultedAt !== null && (understoodAt === null || faultedAt > understoodAt)) ? 0 : 1;
  };
  return sources.toSorted((first, second) => rank(first) - rank(second) || first.source.localeCompare(second.source));
}

/** The state of a source in words: its last answer failed, it rests, it is on or off. */
export function sourceState({ state, faultedAt, understoodAt }: Source): { word: string; bad: boolean } {
  if (state === 'resting') return { word: 'Resting after a failure', bad: true };
  if (state === 'off') return { word: 'Off', bad: false };
  if (faultedAt !== null && (understoodAt === null || faultedAt > understoodAt)) return { word: 'Last answer failed', bad: true };
  return understoodAt === null ? { word: 'On, not asked yet', bad: false } : { word: 'On', bad: false };
}
