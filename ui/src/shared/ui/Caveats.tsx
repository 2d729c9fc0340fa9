import { CAVEATS, MARKS } from '../format/labels';

/** The marks of a figure that a reader must know before trusting it. */
export function Caveats({ marks }: { marks: readonly string[] }) {
  return CAVEATS.filter((mark) => marks.includes(mark)).map((mark) => (
    <span key={mark} className="badge" title={MARKS[mark]?.sentence}>{MARKS[mark]?.word}</span>
  ));
}
