import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import type { Known } from '../../shared/api/client';
import { indicators } from '../../shared/api/indicators';
import type { BiasSummary } from '../../shared/api/types';
import { registeredActions } from '../../shared/ui/actions';
import { Dialog } from '../../shared/ui/Dialog';
import type { DialogName } from '../../shared/ui/dialogs';
import { Magnifier } from '../../shared/ui/icons';
import { useAsOf } from '../time/asOf';
import { entries, type Entry } from './entries';
import './palette.css';
import { Results } from './Results';
import { matches } from './search';
import { usePageActions } from './usePageActions';

interface Props {
  close: () => void;
  open: (dialog: DialogName) => void;
  answer: BiasSummary | undefined;
  known: Known;
}

/** Focuses the field as soon as it appears. The modal's focus trap does so a moment later, and letters typed until then would be lost. */
const focus = (field: HTMLInputElement | null) => field?.focus({ preventScroll: true });

/** Finds instruments, indicators, boards and actions by their names, for use without a mouse. */
export default function Palette({ close, open, answer, known }: Props) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const navigate = useNavigate();
  const { go } = useAsOf();
  const catalogue = useQuery(indicators(known)).data?.items ?? [];
  const own = usePageActions(open);
  // The page registers no further actions while the palette is open.
  const [pageActions] = useState(registeredActions);
  const all = entries({ items: answer?.items ?? [], catalogue, actions: [...pageActions, ...own], asOf: known.asOf ?? known.recordedAt, reference: answer?.asOf ?? '' });
  const shown = matches(all, text);
  const run = ({ target, refused }: Entry) => {
    if (refused !== undefined) return;
    close();
    if (target.to === 'instrument') void navigate({ to: '/instruments/$id', params: { id: target.id } });
    else if (target.to === 'indicator') void navigate({ to: '/indicators/$indicator', params: { indicator: target.id } });
    else if (target.to === 'page') void navigate({ to: target.path });
    else if (target.to === 'board') void navigate({ to: '/', search: target.search as never });
    else if (target.to === 'instant') go(target.asOf);
    else target.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && shown.length > 0) {
      event.preventDefault();
      setActive((active + by + shown.length) % shown.length);
    }
    const chosen = shown[active];
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      run(chosen);
    }
  };
  return (
    <Dialog name="Go to" close={close} size={720} className="palette">
      <div className="palette-field">
        <Magnifier />
        <input ref={focus} data-autofocus type="text" role="combobox" aria-label="Go to an instrument, an indicator or an action" aria-expanded={shown.length > 0} aria-controls="palette-results"
          aria-activedescendant={shown.length > 0 ? `palette-${active}` : undefined} aria-autocomplete="list" autoComplete="off" spellCheck={false}
          placeholder="Instrument, indicator or action" value={text} onChange={(event) => { setText(event.target.value); setActive(0); }} onKeyDown={onKey} />
        <kbd>Esc</kbd>
      </div>
      <Results shown={shown} text={text} active={active} run={run} />
    </Dialog>
  );
}
