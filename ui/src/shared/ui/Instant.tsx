import { instant } from '../format/times';

/** A time in the reader's time zone, with ISO 8601 in UTC as its tooltip and machine-readable value. */
export function Instant({ at, reference, seconds = false }: { at: string; reference: string; seconds?: boolean }) {
  return <time dateTime={at} title={at}>{instant(at, reference, seconds)}</time>;
}
