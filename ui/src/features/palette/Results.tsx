import { score } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { LabelWord, toneOf } from '../../shared/ui/LabelWord';
import type { Entry } from './entries';
import { parts } from './search';

interface Props {
  shown: readonly Entry[];
  text: string;
  active: number;
  run: (entry: Entry) => void;
}

export function Results({ shown, text, active, run }: Props) {
  return (
    <>
      <ul className="palette-results" id="palette-results" role="listbox" aria-label="Results">
        {shown.map((entry, index) => (
          // The field above handles the keyboard and names the active option; a click is the alternative.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li key={entry.kind + entry.name} id={`palette-${index}`} role="option" aria-selected={index === active} aria-disabled={entry.refused !== undefined || undefined} onClick={() => run(entry)}>
            <span className="palette-kind faint">{entry.kind}</span>
            <bdi className="palette-name">{parts(safeName(entry.name), text).map((part, place) => (part.hit ? <b key={place}>{part.text}</b> : part.text))}</bdi>
            <span className="palette-note faint">{safeName(entry.note)}</span>
            {entry.label?.label && <span className={`strong ${toneOf(entry.label.label)}`}>{score(entry.label.score)}</span>}
            {entry.label?.label && <span className="palette-label"><LabelWord label={entry.label.label} /></span>}
            {index === active && <kbd>Enter</kbd>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="palette-none quiet">No matches for “{text}”.</p>}
      <p className="hidden-text" role="status">{shown.length === 0 ? 'No matches' : `${shown.length} results`}</p>
    </>
  );
}
