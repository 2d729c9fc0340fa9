import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Known } from '../../shared/api/client';
import { flips } from '../../shared/api/flips';
import type { BiasExplanation } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { expected } from '../../shared/format/figures';
import { comes, flipWords, scenarioSearch } from '../../shared/format/flips';
import { NONE } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { ExportButton } from '../../shared/ui/ExportButton';
import { FlipFigure } from '../../shared/ui/FlipFigure';
import { LabelWord } from '../../shared/ui/LabelWord';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { COMING_HEADER, comingCsv, comingFlips, type ComingFlip } from './comingFlips';

interface Props {
  instrument: string;
  known: Known;
  /** The answer whose label it is. */
  now: BiasExplanation;
}

/** The releases of two weeks that could change the label, and from which figure on. Each leads to its scenario. */
export function ComingFlipsCard({ instrument, known, now }: Props) {
  const answer = useQuery(flips(known, now, '14d', instrument));
  if (answer.error && !answer.data) return <ErrorPanel what="What could change the label could not be computed" error={answer.error} retry={() => void answer.refetch()} />;
  const rows = answer.data ? comingFlips(answer.data, instrument) : [];
  return (
    <section className="card" aria-labelledby="coming-title">
      <div className="card-head">
        <h2 id="coming-title">What could change the label <span className="faint second">releases of 14 days, each with the others of its instant as expected</span></h2><span className="toolbar-gap" />
        <ExportButton name="what could change the label" file={`flips-${instrument}`} asOf={now.asOf} text={() => csv(COMING_HEADER, rows.map(comingCsv))} />
      </div>
      {!answer.data && <div className="coming-place"><span className="ghost" style={{ width: '100%', height: '100%' }} /></div>}
      {answer.data && rows.length === 0 && <p className="card-foot quiet">{now.label === null ? 'There is no label to change.' : 'No release of 14 days can change the label with a surprise within 4σ.'}</p>}
      {rows.length > 0 && (
        <TableScroll name="Releases that could change the label" className="coming-scroll">
          <table className="figures folds">
            <caption className="hidden-text">Releases that could change the label of {instrument}</caption>
            <thead><tr><th scope="col">When</th><th scope="col">Release</th><th scope="col" className="number">Expected</th><th scope="col">Label</th><th scope="col" className="number">From</th><th scope="col" className="number">z</th><th scope="col" className="number">Probability (n)</th></tr></thead>
            <tbody>{rows.map((row) => <Row key={row.release.indicator + row.release.releasedAt + row.flip.label} instrument={instrument} row={row} asOf={now.asOf} />)}</tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

function Row({ instrument, row: { release, flip }, asOf }: { instrument: string; row: ComingFlip; asOf: string }) {
  const words = flipWords(flip, release, release.pastSurprises);
  return (
    <tr>
      <td className="fold-first"><time dateTime={release.scheduled ? release.releasedAt : release.releasedAt.slice(0, 10)} {...tip(release.scheduled ? release.releasedAt : 'No source has announced the date.', 'row')}>{comes(release, asOf)}</time></td>
      <th scope="row"><span className="region">{release.region}</span> <Link to="/calendar" search={scenarioSearch(release, instrument) as never} data-tip="Opens what it would do.">{safeName(release.name)}</Link></th>
      <td className="number" data-name="expected">{expected(release.forecast, release, release.marks, release.forecastKind)}</td>
      <td><LabelWord label={flip.label} /></td>
      <td className="number" data-name="from"><FlipFigure words={words} /></td>
      <td className="number quiet" data-name="z">{words.surprise ?? NONE}</td>
      <td className="number quiet fold-end">{words.chance ?? <span {...tip('Too few past surprises', 'row')}>{NONE}</span>}</td>
    </tr>
  );
}
