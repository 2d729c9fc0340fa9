import { MARKS } from '../format/labels';

/** The marks of a release, each with what it means. */
export function MarkList({ marks }: { marks: readonly string[] }) {
  return (
    <ul className="marks">
      {marks.map((mark) => <li key={mark}><span className="badge">{MARKS[mark]?.word ?? mark}</span> {MARKS[mark]?.sentence}</li>)}
    </ul>
  );
}
