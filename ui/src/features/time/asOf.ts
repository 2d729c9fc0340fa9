import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { board } from '../../shared/api/board';
import type { Known } from '../../shared/api/client';
import { shiftedDays } from '../../shared/format/times';
import { readInstant } from './instants';

/** A parameter of the address that names no time. */
export interface InvalidTime {
  parameter: 'asOf' | 'recordedAt';
  text: string;
  fault: string;
}

export interface TimesOfAddress extends Known {
  invalid: InvalidTime[];
}

/** Reads `asOf` and `recordedAt`. A value that is not valid is returned as such, and the page shows the latest answer. */
export function readTimes(search: Record<string, unknown>, now = Date.now()): TimesOfAddress {
  const times: TimesOfAddress = { invalid: [] };
  for (const parameter of ['asOf', 'recordedAt'] as const) {
    const text = String(search[parameter] ?? '');
    if (text === '') continue;
    const read = readInstant(text, now);
    if ('instant' in read) times[parameter] = read.instant;
    else times.invalid.push({ parameter, text, fault: read.fault });
  }
  return times;
}

/** The time `days` after `from`. Undefined, which means live, if nothing is known of that time: after now, or after the last answer. */
export function stepped(from: string, days: number, last?: string, now = Date.now()): string | undefined {
  const target = shiftedDays(from, days);
  return Date.parse(target) > now || (last !== undefined && days > 0 && Date.parse(target) >= Date.parse(last)) ? undefined : target;
}

/** Steps by days from the time shown; forward not beyond the last answer. */
export function useDayStep(shown: string | undefined) {
  const client = useQueryClient();
  const { go } = useAsOf();
  return (days: number): void => {
    if (shown === undefined) return;
    const last = client.getQueryData(board({}).queryKey)?.summary.asOf;
    go(stepped(shown, days, last));
  };
}

export function useAsOf() {
  const { asOf, recordedAt, invalid } = readTimes(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  /** Goes to a time; undefined goes back to live, and with it to everything that is stored. */
  const go = (target: string | undefined) =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, asOf: target, ...(target === undefined && { recordedAt: undefined }) }) as never });
  const known: Known = { asOf, recordedAt };
  return { asOf, recordedAt, known, past: asOf !== undefined || recordedAt !== undefined, invalid, go };
}
