import type { ImportOutcome } from '../../shared/api/types';
import { safeName } from '../../shared/format/text';
import { outcomeNotes, outcomeSentence } from './outcomeLines';

const SHOWN = 8;

/** What an import did, or would do. */
export function Outcome({ outcome, stored }: { outcome: ImportOutcome; stored: boolean }) {
  const notes = outcomeNotes(outcome);
  const after = outcome.batch === null ? 'Nothing was new, so nothing was stored.' : `Stored as import ${outcome.batch}, which can be undone.`;
  return (
    <div className="import-outcome">
      <p><b>{outcomeSentence(outcome)}.</b> {stored ? after : 'Nothing is stored yet.'}</p>
      {notes.length > 0 && (
        <ul>
          {notes.slice(0, SHOWN).map(({ text, place }) => <li key={text + place}><bdi>{safeName(text)}</bdi> <span className="faint"><bdi>{safeName(place)}</bdi></span></li>)}
          {notes.length > SHOWN && <li className="faint">and {notes.length - SHOWN} more</li>}
        </ul>
      )}
    </div>
  );
}
