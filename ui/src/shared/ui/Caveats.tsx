import type { Verdict } from '../api/types';
import { tip } from './tip';
import { CAVEATS, MARKS } from '../format/labels';

/** The marks of a figure that a reader must know before trusting it. A person's verdict names its author and reason. */
export function Caveats({ marks, verdict = null }: { marks: readonly string[]; verdict?: Verdict | null }) {
  const title = (mark: string) => (mark === verdict?.verdict ? `${verdict.author}: ${verdict.reason}` : MARKS[mark]?.sentence);
  return CAVEATS.filter((mark) => marks.includes(mark)).map((mark) => (
    <span key={mark} className="badge" {...tip(title(mark), 'row')}>{MARKS[mark]?.word}</span>
  ));
}
