import { score } from '../../shared/format/numbers';
import { outside } from '../../shared/format/text';
import { LabelWord, toneOf } from '../../shared/ui/LabelWord';
import type { Entry } from './entries';
import { parts } from './search';

interface Props {
  shown: readonly Entry[];
  text: string;
  at: number;
  run: (entry: Entry) => void;
}

export function Results({ shown, text, at, run }: Props) {
  return (
    <>
      <ul className="palette-results" id="palette-results" role="listbox" aria-label="Results">
        {shown.map((entry, index) => (
          // The field above takes the keys and names the active option; the pointer is a second way.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li key={entry.kind + entry.name} id={`palette-${index}`} role="option" aria-selected={index === at} onClick={() => run(entry)}>
            <span className="palette-kind faint">{entry.kind}</span>
            <bdi className="palette-name">{parts(outside(entry.name), text).map((part, place) => (part.hit ? <b key={place}>{part.text}</b> : part.text))}</bdi>
            <span className="palette-note faint">{outside(entry.note)}</span>
            {entry.label?.label && <span className={`strong ${toneOf(entry.label.label)}`}>{score(entry.label.score)}</span>}
            {entry.label?.label && <span className="palette-label"><LabelWord label={entry.label.label} /></span>}
            {index === at && <kbd>Enter</kbd>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="palette-none quiet">Nothing matches “{text}”.</p>}
      <p className="hidden-text" role="status">{shown.length === 0 ? 'Nothing matches' : `${shown.length} results`}</p>
    </>
  );
}
