import type { HistoryPoint } from '../../shared/api/types';
import type { ChangeSpan } from '../../shared/api/change';
import { isoSeconds } from '../../shared/format/times';
import { localInstant, readInstant } from '../time/instants';
import { isSince } from './waterfall';

export interface ReadSpan {
  span: ChangeSpan;
  /** What is wrong with the address; the page then shows the last 24 hours. */
  fault: string | null;
}

interface Address {
  change?: unknown;
  from?: unknown;
  to?: unknown;
}

const DAY: ChangeSpan = { since: 'day' };
const SHOWN = 'The last 24 hours are shown.';

/** The span of the address: between two instants, or since a preset. `to` alone ends nothing. */
export function readSpan({ change, from, to }: Address, asOf: string, now = Date.now()): ReadSpan {
  if (typeof from !== 'string') return { span: isSince(change) ? { since: change } : DAY, fault: null };
  const start = readInstant(from, now);
  if ('fault' in start) return { span: DAY, fault: `The start ${from} ${start.fault} ${SHOWN}` };
  const end = typeof to === 'string' ? readInstant(to, now) : { instant: asOf };
  if ('fault' in end) return { span: DAY, fault: `The end ${String(to)} ${end.fault} ${SHOWN}` };
  const fault = order(start.instant, end.instant, asOf);
  return fault === null ? { span: { from: start.instant, to: end.instant }, fault } : { span: DAY, fault: `${fault} ${SHOWN}` };
}

/** The server knows no other years. */
const YEARS = /^(?:19|20)\d\d-/;

function order(from: string, to: string, asOf: string): string | null {
  if (!YEARS.test(from)) return `The start ${from} is not within the years 1900 to 2099.`;
  if (Date.parse(to) > Date.parse(asOf)) return `The end ${to} is after the time shown.`;
  return Date.parse(from) < Date.parse(to) ? null : `The start ${from} is not before the end ${to}.`;
}

/** Two instants as the fields of a form have them, in the reader's time zone, or what is wrong with them. */
export function typedSpan(from: string, to: string, asOf: string): { from: string; to: string } | { fault: string } {
  const [start, end] = [from, to].map((text) => { const [date = '', time = ''] = text.split('T'); return localInstant(date, time); });
  if (start === null || start === undefined) return { fault: 'Enter a start: a date and a time that exist in your time zone.' };
  if (end === null || end === undefined) return { fault: 'Enter an end: a date and a time that exist in your time zone.' };
  const fault = order(isoSeconds(start), isoSeconds(end), asOf);
  return fault === null ? { from: isoSeconds(start), to: isoSeconds(end) } : { fault: fault.replace(/ \d{4}-\S+Z/g, '') };
}

/** An instant to which a handle can go: a daily close, and at last now. */
export interface Stop {
  time: string;
  instant: string;
}

export function stopsOf(points: readonly Pick<HistoryPoint, 'asOf'>[], asOf: string): Stop[] {
  const days = new Map(points.filter((point) => point.asOf.slice(0, 10) < asOf.slice(0, 10)).map((point) => [point.asOf.slice(0, 10), point.asOf]));
  return [...[...days].map(([time, instant]) => ({ time, instant })).toSorted((a, b) => (a.time < b.time ? -1 : 1)), { time: asOf.slice(0, 10), instant: asOf }];
}

const millis = ({ instant }: Stop) => Date.parse(instant);

/** The stop so many steps after an instant, or before it; one that lies between two stops goes to the nearer end of its step first. */
export function stepped(stops: readonly Stop[], from: string, by: number): Stop | undefined {
  const at = Date.parse(from);
  const next = by > 0 ? stops.findIndex((stop) => millis(stop) > at) : stops.findLastIndex((stop) => millis(stop) < at);
  if (next < 0) return by > 0 ? stops.at(-1) : stops[0];
  return stops[Math.min(stops.length - 1, Math.max(0, next + by - Math.sign(by)))];
}

/** Where an instant lies on the chart: between the stops around it, at the edge where it lies beyond them. Null while nothing is drawn. */
export function xOf(stops: readonly Stop[], xs: readonly (number | null)[], instant: string): number | null {
  const at = Date.parse(instant);
  const after = stops.findIndex((stop) => millis(stop) >= at);
  if (after < 0) return xs.findLast((x) => x !== null) ?? null;
  const [left, right] = [xs[Math.max(0, after - 1)] ?? null, xs[after] ?? null];
  const [before, next] = [stops[after - 1], stops[after]];
  if (left === null || right === null || !before || !next) return right ?? left;
  return left + ((right - left) * (at - millis(before))) / (millis(next) - millis(before));
}

/** The stop whose place is nearest to a pointer. */
export function nearest(stops: readonly Stop[], xs: readonly (number | null)[], x: number): Stop | undefined {
  const distances = stops.map((_, index) => Math.abs((xs[index] ?? Infinity) - x));
  return stops[distances.indexOf(Math.min(...distances))];
}

/** The span with one handle at another place; the handles keep their order, and never meet. */
export function withHandle(span: { from: string; to: string }, handle: 'from' | 'to', target: Stop): { from: string; to: string } {
  const next = { ...span, [handle]: target.instant };
  return Date.parse(next.from) < Date.parse(next.to) ? next : span;
}
