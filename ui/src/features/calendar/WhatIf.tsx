import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ApiError, type Known } from '../../shared/api/client';
import { scenario } from '../../shared/api/scenario';
import type { BiasSummary } from '../../shared/api/types';
import { flipWords } from '../../shared/format/flips';
import { LABEL_WORDS } from '../../shared/format/labels';
import { sigmas } from '../../shared/format/numbers';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { useRestingAddress } from '../../shared/ui/useRestingAddress';
import { toneOf } from '../../shared/ui/LabelWord';
import { setOf, withSet, type RowFlip } from './calendarRows';
import { FigureForm } from './FigureForm';
import { FigureSliders } from './FigureSliders';
import { WhatIfCurve } from './WhatIfCurve';
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
  const { asked: { set }, shown: { set: figures }, waits, change: rest } = useRestingAddress('set');
  const change = (next: string | undefined) => rest({ set: next });
  const asks = !unknown || set !== undefined;
  const answer = useQuery({ ...scenario(known, run, { what, at, set }), enabled: asks });
  const refused = answer.error instanceof ApiError && !answer.error.passing ? answer.error : null;
  if (answer.error && !refused && !answer.data) return <ErrorPanel what="The scenario could not be computed" error={answer.error} retry={() => void answer.refetch()} />;
  const shown = refused || !asks ? undefined : answer.data;
  const behind = waits || answer.isPlaceholderData;
  return (
    <div className="what-if">
      <div className="what-head">
        <h2>What if it prints …</h2>
        {figures !== undefined && <button className="button" type="button" onClick={() => change(undefined)}>All as expected</button>}
        <span className="toolbar-gap" />
        <Link className="second" to="/indicators/$indicator" params={{ indicator: what }}>All releases of this indicator</Link>
        <button className="button" type="button" onClick={close}>Close</button>
      </div>
      {refused && <p className="quiet" role="alert">{refused.message}</p>}
      {!asks && <p className="second quiet">Nothing is expected of it yet, so its flips are known in σ only. A figure with a forecast behind a slash, such as 250K/200K, makes a scenario.</p>}
      {!shown && flips && flips.all.length > 0 && <FlipList flips={flips} />}
      {!shown && <FigureForm of="the release" start={setOf(what, figures)} send={(figure) => change(withSet(what, figures, figure))} />}
      {shown && <FigureSliders answer={shown} known={known} set={figures} waits={behind} change={change} />}
      {shown && <WhatIfCurve answer={shown} set={figures} waits={behind} />}
      {shown && <WhatIfGrid answer={shown} />}
      {asks && !shown && !refused && <p className="quiet" role="status">Computing the scenario</p>}
    </div>
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
