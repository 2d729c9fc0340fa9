import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { revisions } from '../../shared/api/revisions';
import type { Indicator, IndicatorRevisions } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { deviation, published, surprise } from '../../shared/format/figures';
import { NONE, signed } from '../../shared/format/numbers';
import { day, instant, periodName } from '../../shared/format/times';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { ExportButton } from '../../shared/ui/ExportButton';
import { TableScroll } from '../../shared/ui/TableScroll';
import { useAsOf } from '../time/asOf';
import { HEADER, noRevisions, ofPeriods, remarks, revisionCells, revisionRows, type RevisionRow } from './revisionRows';

const FIRST = 12;

/** What became of each first print. It asks for itself, so that the page does not wait for it. */
export function RevisionsCard({ indicator }: { indicator: Indicator }) {
  const { known } = useAsOf();
  const { data, error, refetch } = useQuery(revisions(indicator.indicator, known));
  if (data) return <Revisions answer={data} indicator={indicator} />;
  if (error) return <ErrorPanel what={`The revisions of ${indicator.indicator} could not be loaded`} error={error} retry={() => void refetch()} />;
  return <section className="card chart-loading" aria-hidden="true" />;
}

function Revisions({ answer, indicator }: { answer: IndicatorRevisions; indicator: Indicator }) {
  const none = noRevisions(answer);
  const rows = revisionRows(answer.items);
  return (
    <section className="card" aria-labelledby="revisions-title">
      <div className="card-head">
        <h2 id="revisions-title">Revisions{none === null && <span className="faint second"> what later releases state, newest period first</span>}</h2>
        <span className="toolbar-gap" />
        {none === null && <ExportButton name="the revisions" file={`revisions-${indicator.indicator}`} asOf={answer.asOf} text={() => csv(HEADER, answer.items.flatMap(revisionCells))} />}
      </div>
      {none === null ? <RevisionTable rows={rows} indicator={indicator} asOf={answer.asOf} /> : <p className="panel-state">{none}</p>}
    </section>
  );
}

interface TableProps {
  rows: readonly RevisionRow[];
  indicator: Indicator;
  asOf: string;
}

function RevisionTable({ rows, indicator, asOf }: TableProps) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : ofPeriods(rows, FIRST);
  return (
    <>
      <TableScroll name="First prints and later values">
        <table className="figures folds folds-break">
          <caption className="hidden-text">Revisions of {indicator.name}, newest period first</caption>
          <thead>
            <tr>
              <th scope="col">Period</th><th scope="col" className="number">First print</th><th scope="col">Released</th><th scope="col" className="number">Later value</th><th scope="col">Known from</th>
              <th scope="col" className="number">Revision</th><th scope="col" className="number">σ (n)</th><th scope="col" className="number">Size in σ</th><th scope="col">Mark</th>
            </tr>
          </thead>
          <tbody>{shown.map((row) => <Row key={row.key} row={row} indicator={indicator} asOf={asOf} />)}</tbody>
        </table>
      </TableScroll>
      <p className="card-foot second faint">
        {shown.length < rows.length && <><button className="button" type="button" onClick={() => setAll(true)}>Show {rows.length - shown.length} more</button>{' '}</>}
        Here σ is the scale of the indicator’s earlier revisions, those of 0 included. Large: more than 4σ. Provisional: σ rests on fewer than 24 revisions.
        Revisions never change a z: a surprise is the first print less its forecast.
      </p>
    </>
  );
}

function Row({ row: { figure, revision }, indicator, asOf }: { row: RevisionRow; indicator: Indicator; asOf: string }) {
  return (
    <tr>
      <th scope="row">{figure.period ? periodName(figure.period, indicator.frequency) : `released ${day(figure.releasedAt, '')}`}</th>
      <td className="number fold-next" data-name="first print">{published(figure.actual, indicator)}</td>
      <td className="fold-last" data-name="released"><time dateTime={figure.releasedAt}>{instant(figure.releasedAt, asOf)}</time></td>
      <td className="number strong fold-next" data-name="later value">{published(revision?.value ?? null, indicator)}</td>
      <td className="fold-last" data-name="known from">{revision ? <time dateTime={revision.knownAt}>{instant(revision.knownAt, asOf)}</time> : NONE}</td>
      <td className="number strong fold-first">{surprise(revision?.size ?? null, indicator)}</td>
      <td className="number fold-next" data-name="σ">{deviation(revision?.sigma ?? null, indicator)}{revision && <span className="faint second"> ({revision.sigmaObservations})</span>}</td>
      <td className="number strong fold-end">{revision?.standardised == null ? NONE : `${signed(revision.standardised, 2)}σ`}</td>
      <td className="fold-last">{remarks(revision).map((mark) => <Fragment key={mark}><span className="badge">{mark}</span>{' '}</Fragment>)}</td>
    </tr>
  );
}
