import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, type Known } from '../../shared/api/client';
import { scenario } from '../../shared/api/scenario';
import type { BiasSummary } from '../../shared/api/types';
import { flipWords } from '../../shared/format/flips';
import { LABEL_WORDS } from '../../shared/format/labels';
import { sigmas } from '../../shared/format/numbers';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { toneOf } from '../../shared/ui/LabelWord';
import { useAddress } from '../../shared/ui/useAddress';
import { setOf, withSet, type RowFlip } from './calendarRows';
import { WhatIfGrid } from './WhatIfGrid';

interface Props {
  what: string;
  at: string;
  run: BiasSummary;
  known: Known;
  /** Every flip of the release with the number of past surprises; undefined where the map does not have it. */
  flips: { all: readonly RowFlip[]; pastSurprises: number } | undefined;
  /** Whether nothing is expected of it yet: then there is no scenario without a figure and a forecast. */
  unknown: boolean;
  close: () => void;
}

/** What a release would do to each instrument. The address names the release and its figures, so that every scenario can be sent to others. */
export function WhatIf({ what, at, run, known, flips, unknown, close }: Props) {
  const [typed, setSet] = useAddress('set');
  const set = typeof typed === 'string' ? typed : undefined;
  const asks = !unknown || set !== undefined;
  const answer = useQuery({ ...scenario(known, run, { what, at, set }), enabled: asks });
  const refused = answer.error instanceof ApiError && !answer.error.passing ? answer.error : null;
  if (answer.error && !refused && !answer.data) return <ErrorPanel what="The scenario could not be computed" error={answer.error} retry={() => void answer.refetch()} />;
  const shown = refused || !asks ? undefined : answer.data;
  return (
    <div className="what-if">
      <div className="what-head">
        <h2>What if it prints …</h2>
        <FigureForm start={setOf(what, set)} send={(figure) => setSet(withSet(what, set, figure))} />
        <span className="toolbar-gap" />
        <Link className="second" to="/indicators/$indicator" params={{ indicator: what }}>All releases of this indicator</Link>
        <button className="button" type="button" onClick={close}>Close</button>
      </div>
      {refused && <p className="quiet" role="alert">{refused.message}</p>}
      {!asks && <p className="second quiet">Nothing is expected of it yet, so its flips are known in σ only. A figure with a forecast behind a slash, such as 250K/200K, makes a scenario.</p>}
      {!shown && flips && flips.all.length > 0 && <FlipList flips={flips} />}
      {shown && <WhatIfGrid answer={shown} />}
      {asks && !shown && !refused && <p className="quiet" role="status">Computing the scenario</p>}
    </div>
  );
}

/** A figure that is typed, in the indicator's unit or in σ. */
function FigureForm({ start, send }: { start: string; send: (figure: string) => void }) {
  const [text, setText] = useState(start);
  return (
    <form className="what-form" onSubmit={(event) => { event.preventDefault(); send(text); }}>
      <label className="second quiet">Figure <input className="what-figure" value={text} onChange={(event) => setText(event.target.value)} placeholder="250K, 5.3 or 1.5s" maxLength={40} autoComplete="off" /></label>
      <button className="button" type="submit">Show</button>
      {start !== '' && <button className="button" type="button" onClick={() => { setText(''); send(''); }}>As expected</button>}
    </form>
  );
}

/** The flips of a release of which nothing is expected yet: they are known in σ only. */
function FlipList({ flips: { all, pastSurprises } }: { flips: { all: readonly RowFlip[]; pastSurprises: number } }) {
  return (
    <ul className="what-list">
      {all.map(({ instrument, flip }) => {
        const words = flipWords(flip, { unit: '', step: 1 }, pastSurprises);
        return (
          <li key={instrument + flip.label}>
            <b>{instrument}</b> {words.atLeast ? 'from' : 'down from'} a surprise of {sigmas(flip.sigmas)}: <span className={toneOf(flip.label)}>{LABEL_WORDS[flip.label].toLowerCase()}</span>
            {words.chance !== null && <span className="faint"> {words.chance}</span>}
          </li>
        );
      })}
    </ul>
  );
}
