import { useNavigate, useSearch } from '@tanstack/react-router';
import { isoSeconds, shiftedDays } from '../../shared/format/times';

/** What the URL says of time: an instant, nothing (live), or something unreadable. */
export interface AsOfSearch {
  asOf?: string | undefined;
  wrongAsOf?: string | undefined;
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/;

const wrong = (text: string): AsOfSearch => ({ wrongAsOf: text });

/** Reads `asOf`; a bare date means its end in UTC, a wrong value falls back to live and is told. */
export function readAsOf(search: Record<string, unknown>): AsOfSearch {
  const raw = search['asOf'];
  if (raw === undefined || raw === '') return {};
  const text = String(raw);
  if (!ISO.test(text)) return wrong(text);
  const milliseconds = Date.parse(text.length === 10 ? `${text}T23:59:59Z` : text);
  return Number.isNaN(milliseconds) ? wrong(text) : { asOf: isoSeconds(milliseconds) };
}

/** The instant that `days` further on; past the clock there is only live. */
export function stepped(from: string, days: number, now = Date.now()): string | undefined {
  const target = shiftedDays(from, days);
  return Date.parse(target) > now ? undefined : target;
}

export function useAsOf() {
  const { asOf, wrongAsOf } = readAsOf(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const go = (target: string | undefined) =>
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, asOf: target }) as never });
  return { asOf, wrongAsOf, go };
}
