import { MARKS } from '../format/labels';
import { tip } from './tip';

/** The badge of a z that was cut at ±4, beside it; nothing for any other. */
export function Clipped({ marks }: { marks: readonly string[] }) {
  return marks.includes('clipped') ? <span className="badge" {...tip(MARKS['clipped']?.sentence, 'row')}>{MARKS['clipped']?.word}</span> : null;
}
