import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { history } from '../../shared/api/history';
import type { BiasHistory } from '../../shared/api/schema';
import { csv } from '../../shared/format/csv';
import { LABEL_WORDS } from '../../shared/format/labels';
import { NONE, score, wholePercent } from '../../shared/format/numbers';
import { day } from '../../shared/format/times';
import { ExportButton } from '../../shared/ui/ExportButton';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { facts, RANGES, rangeStart, series, type Range } from './historySeries';

const HistoryChart = lazy(() => import('./HistoryChart'));

interface Props {
  instrument: string;
  asOf: string | undefined;
  to: string;
}

export function HistoryCard({ instrument, asOf, to }: Props) {
  const chosen = (useSearch({ strict: false }) as Record<string, unknown>)['range'];
  const range = RANGES.find((known) => known === chosen) ?? '1Y';
  const navigate = useNavigate();
  const [asTable, setAsTable] = useState(false);
  const answer = useQuery(history(instrument, asOf, rangeStart(range, to), to));
  const choose = (value: Range) =>
    void navigate({ to: '.', replace: true, search: (old: Record<string, unknown>) => ({ ...old, range: value === '1Y' ? undefined : value }) as never });
  if (answer.error && !answer.data) {
    return <ErrorPanel what="The history could not be loaded" error={answer.error} retry={() => void answer.refetch()} />;
  }
  return (
    <section className="card" aria-labelledby="history-title">
      <div className="card-head">
        <h2 id="history-title">Bias score <span className="faint second">at each daily close, lines at ±40 and ±87</span></h2>
        <span className="toolbar-gap" />
        <div className="segments" role="group" aria-label="Range">
          {RANGES.map((value) => <button key={value} className="button" type="button" aria-pressed={value === range} onClick={() => choose(value)}>{value}</button>)}
        </div>
        <button className="button" type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{asTable ? 'Show as chart' : 'Show as table'}</button>
        <ExportButton name="the history" file={`history-${instrument}`} asOf={to} text={() => csv(['as_of', 'score', 'label', 'z', 'confidence'], (answer.data?.points ?? []).map((p) => [p.asOf, p.score, p.label, p.z, p.confidence]))} />
      </div>
      {answer.data ? <History data={answer.data} asTable={asTable} /> : <div className="history-chart"><span className="ghost" style={{ width: '100%', height: '100%' }} /></div>}
    </section>
  );
}

function History({ data, asTable }: { data: BiasHistory; asTable: boolean }) {
  const points = useMemo(() => series(data.points), [data.points]);
  const known = facts(data.points);
  if (known === null) return <p className="panel-state">No score in this range.</p>;
  const summary = `${data.instrument}, ${day(known.first, '')} to ${day(known.last, '')}: lowest ${score(known.low)}, highest ${score(known.high)}, last close ${score(known.end)}.`;
  return (
    <>
      {asTable ? <HistoryTable data={data} /> : (
        <Suspense fallback={<div className="history-chart" />}><HistoryChart points={points} name={`Score of ${summary}`} /></Suspense>
      )}
      <p className="second faint card-foot">{summary}</p>
    </>
  );
}

function HistoryTable({ data }: { data: BiasHistory }) {
  return (
    <div className="table-scroll history-table" role="region" aria-label="History as a table" tabIndex={0}>{/* eslint-disable-line jsx-a11y/no-noninteractive-tabindex */}
      <table className="figures">
        <caption className="hidden-text">Score of {data.instrument} at each daily close, newest first</caption>
        <thead><tr><th scope="col">Close</th><th scope="col" className="number">Score</th><th scope="col">Label</th><th scope="col" className="number">Confidence</th></tr></thead>
        <tbody>
          {data.points.toReversed().map((point) => (
            <tr key={point.asOf}>
              <th scope="row"><time dateTime={point.asOf} title={point.asOf}>{day(point.asOf, '')}</time></th>
              <td className="number strong">{score(point.score)}</td>
              <td>{point.label ? LABEL_WORDS[point.label] : NONE}</td>
              <td className="number">{wholePercent(point.confidence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
