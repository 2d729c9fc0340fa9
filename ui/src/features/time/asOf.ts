import { useNavigate, useSearch } from '@tanstack/react-router';
import { isoSeconds, shiftedDays } from '../../shared/format/times';

/** The time in the address: a valid one, none (live), or a text that is not valid. */
export interface AsOfSearch {
  asOf?: string | undefined;
  invalidAsOf?: string | undefined;
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/;

const invalid = (text: string): AsOfSearch => ({ invalidAsOf: text });

/** Reads `asOf`. A bare date means the end of that day in UTC. A value that is not valid is returned as such, and the page stays live. */
export function readAsOf(search: Record<string, unknown>): AsOfSearch {
  const raw = search['asOf'];
  if (raw === undefined || raw === '') return {};
  const text = String(raw);
  if (!ISO.test(text)) return invalid(text);
  const milliseconds = Date.parse(text.length === 10 ? `${text}T23:59:59Z` : text);
  return Number.isNaN(milliseconds) ? invalid(text) : { asOf: isoSeconds(milliseconds) };
}

/** The time `days` after `from`. Undefined, which means live, if that is in the future. */
export function stepped(from: string, days: number, now = Date.now()): string | undefined {
  const target = shiftedDays(from, days);
  return Date.parse(target) > now ? undefined : target;
}

export function useAsOf() {
  const { asOf, invalidAsOf } = readAsOf(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const go = (target: string | undefined) =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, asOf: target }) as never });
  return { asOf, invalidAsOf, go };
}
