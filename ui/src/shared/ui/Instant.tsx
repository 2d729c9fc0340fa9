import { instant } from '../format/times';

/** An instant in the reader's zone; ISO 8601 UTC on hover and for programs. */
export function Instant({ at, reference, seconds = false }: { at: string; reference: string; seconds?: boolean }) {
  return <time dateTime={at} title={at}>{instant(at, reference, seconds)}</time>;
}
