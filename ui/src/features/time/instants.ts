import { isoSeconds } from '../../shared/format/times';

/** A time as someone typed it: what it means, or why it means nothing. */
export type TypedInstant = { instant: string } | { fault: string };

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const FORM = 'Use a form like 2021-09-03T12:30:00Z.';
const AHEAD = 24 * 3_600_000;

/** In an address, a plus sign is read as a blank. */
const withPlus = (text: string) => text.trim().replace(/ (\d{2}:?\d{2})$/, '+$1');

function exists(year: number, month: number, date: number): boolean {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}

/** Reads a time strictly: a date that does not exist is a fault, never another day. A bare date means its end in UTC. */
export function readInstant(typed: string, now = Date.now()): TypedInstant {
  const text = withPlus(typed);
  const match = ISO.exec(text);
  if (!match) return { fault: `is not a valid time. ${FORM}` };
  const [, year = '', month = '', date = '', hour, minute = '', second = '00', zone] = match;
  if (!exists(Number(year), Number(month), Number(date))) return { fault: 'is a date that does not exist.' };
  if (hour === undefined) return within(Date.parse(`${year}-${month}-${date}T23:59:59Z`), now);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { fault: 'is a clock time that does not exist.' };
  if (zone === undefined) return { fault: `names no time zone. ${FORM}` };
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  return within(Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}${offset}`), now);
}

function within(milliseconds: number, now: number): TypedInstant {
  if (Number.isNaN(milliseconds)) return { fault: `is not a valid time. ${FORM}` };
  return milliseconds > now + AHEAD ? { fault: 'is in the future.' } : { instant: isoSeconds(milliseconds) };
}

/** The time that a date and a clock time name in the reader's zone. Null if the clock skipped that hour or the text is no time. */
export function localInstant(date: string, time: string): number | null {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number);
  const [hour = NaN, minute = NaN, second = 0] = time.split(':').map(Number);
  const local = new Date(year, month - 1, day, hour, minute, second);
  const same = local.getDate() === day && local.getHours() === hour && local.getMinutes() === minute;
  return same ? local.getTime() : null;
}
