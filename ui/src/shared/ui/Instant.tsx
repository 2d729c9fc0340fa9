import { instant } from '../format/times';
import { tip } from './tip';

/** A time in the reader's time zone, with ISO 8601 in UTC as its tooltip and machine-readable value. */
export function Instant({ time, reference, seconds = false }: { time: string; reference: string; seconds?: boolean }) {
  return <time dateTime={time} {...tip(time)}>{instant(time, reference, seconds)}</time>;
}
