import type { Frequency } from '../api/types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function parts(iso: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', { hourCycle: 'h23', ...options });
  return Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
}

const yearOf = (iso: string) => parts(iso, { year: 'numeric' })['year'] ?? '';

/** "Fri 3 Sep 15:00" in the reader's time zone. Shows the year if it differs from the year of `reference`, or if `reference` is ''. */
export function instant(iso: string, reference: string, seconds = false): string {
  const { weekday, day, month, hour, minute, second } = parts(iso, {
    weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  const clock = seconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`;
  return `${weekday} ${day} ${shortMonth(month)}${year(iso, reference)} ${clock}`;
}

/** "3 Sep", with the year if it differs from the year of `reference`. */
export function day(iso: string, reference: string): string {
  const { day: date, month } = parts(iso, { day: 'numeric', month: 'short' });
  return `${date} ${shortMonth(month)}${year(iso, reference)}`;
}

/** "Fri 31 Dec 2021". */
export function fullDay(iso: string): string {
  const { weekday, day: date, month } = parts(iso, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${weekday} ${date} ${shortMonth(month)} ${yearOf(iso)}`;
}

/** "3 Sep 2021": the trading date of a daily close. It belongs to the market, so it is never converted to the reader's zone. */
export function tradingDay(close: string): string {
  const { day: date, month, year: of } = parts(close, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return `${date} ${shortMonth(month)} ${of}`;
}

/** "Aug 2021", "Q3 2021" or "3 Sep 2021": the period that a figure is about, by its first day and how often it is published. */
export function periodName(first: string, frequency: Frequency | undefined): string {
  const [, month = '', year] = tradingDay(first).split(' ');
  if (frequency === 'monthly') return `${month} ${year}`;
  if (frequency === 'quarterly') return `Q${Math.ceil(Number(first.slice(5, 7)) / 3)} ${year}`;
  return tradingDay(first);
}

/** "15:00", or "15:00:00". */
export function clock(iso: string, seconds = false): string {
  const { hour, minute, second } = parts(iso, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return seconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`;
}

/** "Fri 15:00". */
export const weekdayClock = (iso: string) => `${parts(iso, { weekday: 'short' })['weekday']} ${clock(iso)}`;

/** Whether two times fall on one day in the reader's time zone. */
export const sameDay = (iso: string, other: string) => day(iso, '') === day(other, '');

function year(iso: string, reference: string): string {
  return reference !== '' && yearOf(iso) === yearOf(reference) ? '' : ` ${yearOf(iso)}`;
}

// British English abbreviates September to four letters; three letters keep columns aligned.
const shortMonth = (month: string | undefined) => (month ?? '').slice(0, 3);

/** The short name of the reader's time zone at that time: CEST, GMT+9. */
export function zone(iso: string): string {
  const named = parts(iso, { timeZoneName: 'short' })['timeZoneName'] ?? '';
  return named;
}

/** "30 min", "4 h", "36 d". */
export function age(from: string, to: string): string {
  const passed = Date.parse(to) - Date.parse(from);
  if (passed < HOUR) return `${Math.max(0, Math.floor(passed / MINUTE))} min`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h`;
  return `${Math.floor(passed / DAY)} d`;
}

/** The same for an age that is given in days. */
export function ageOfDays(days: number): string {
  const start = new Date(0).toISOString();
  return age(start, new Date(days * DAY).toISOString());
}

/** "in 45 min", "Mon 08:00", "16 Sep": a countdown within one day, the weekday within six days, otherwise the date. */
export function soon(iso: string, now: string): string {
  const ahead = Date.parse(iso) - Date.parse(now);
  if (ahead < HOUR) return `in ${Math.max(0, Math.round(ahead / MINUTE))} min`;
  if (ahead < DAY) return `in ${Math.floor(ahead / HOUR)} h`;
  if (ahead < 6 * DAY) return weekdayClock(iso);
  return day(iso, now);
}

/** The same for a day that nobody has announced, without a countdown: "Mon", "16 Sep". */
export function soonDay(iso: string, now: string): string {
  const ahead = Date.parse(iso) - Date.parse(now);
  return ahead < 6 * DAY ? parts(iso, { weekday: 'short' })['weekday'] ?? '' : day(iso, now);
}

/** An ISO 8601 time in UTC and whole seconds, the form that the server uses. */
export function isoSeconds(milliseconds: number): string {
  return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

export const shiftedDays = (iso: string, days: number) => isoSeconds(Date.parse(iso) + days * DAY);
