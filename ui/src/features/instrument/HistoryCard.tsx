import { useQuery } from '@tanstack/react-query';
import { use, useMemo, useState } from 'react';
import type { Known } from '../../shared/api/client';
import { history } from '../../shared/api/history';
import { prices } from '../../shared/api/prices';
import type { BiasExplanation, BiasHistory, PriceHistory } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { LABEL_WORDS } from '../../shared/format/labels';
import { NONE, score, wholePercent } from '../../shared/format/numbers';
import { tradingDay } from '../../shared/format/times';
import { Bounds } from '../../shared/ui/bounds';
import { chunk } from '../../shared/ui/chunk';
import { Panel } from '../../shared/ui/Panel';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { ExportButton } from '../../shared/ui/ExportButton';
import { useAddress } from '../../shared/ui/useAddress';
import { useRestingAddress } from '../../shared/ui/useRestingAddress';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { PriceNote } from './PriceNote';
import { PriceTable } from './PriceTable';
import { aligned } from './priceSeries';
import type { Handles } from './SpanHandles';
import { stopsOf } from './span';
import { useChange } from './useChange';
import { facts, labelChanges, RANGES, rangeStart, withNow, type LabelChange, type Range } from './historySeries';

const HistoryChart = chunk(() => import('./HistoryChart'));

const HEADER = ['as_of', 'run_id', 'score', 'label', 'z', 'agreement', 'health'];

interface Props {
  instrument: string;
  known: Known;
  /** The answer of now, whose score is the last point. */
  now: BiasExplanation;
}

export function HistoryCard({ instrument, known, now }: Props) {
  const to = now.asOf;
  const [chosen, setRange] = useAddress('range', true);
  const range = RANGES.find((known) => known === chosen) ?? '1Y';
  const [asTable, setAsTable] = useState(false);
  const answer = useQuery(history(instrument, known, rangeStart(range, to), to));
  const priced = useQuery(prices(instrument, known, rangeStart(range, to), to));
  const price = priced.data?.series && priced.data.points.length > 0 ? priced.data : null;
  const choose = (value: Range) => setRange(value === '1Y' ? undefined : value);
  if (answer.error && !answer.data) {
    return <ErrorPanel what="The history could not be loaded" error={answer.error} retry={() => void answer.refetch()} />;
  }
  return (
    <section className="card" aria-labelledby="history-title">
      <div className="card-head">
        <h2 id="history-title">{price ? 'Price and bias score' : 'Bias score'} <span className="faint second">at each daily close, a trading date; last point now</span></h2>
        <span className="toolbar-gap" />
        <div className="segments" role="group" aria-label="Range">
          {RANGES.map((value) => <button key={value} className="button" type="button" aria-pressed={value === range} onClick={() => choose(value)}>{value}</button>)}
        </div>
        <button className="button" type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{asTable ? 'Show as chart' : 'Show as table'}</button>
        <ExportButton name="the history" file={`history-${instrument}`} asOf={to} text={() => csv(HEADER, (answer.data?.points ?? []).map((point) => [point.asOf, point.runId, point.score, point.label, point.z, point.agreement, point.health]))} />
      </div>
      <PriceNote price={price} error={priced.error} />
      {answer.data ? <History data={answer.data} now={now} known={known} asTable={asTable} price={price} /> : <div className="history-chart history-place"><span className="ghost" style={{ width: '100%', height: '100%' }} /></div>}
    </section>
  );
}

interface HistoryProps {
  data: BiasHistory;
  now: BiasExplanation;
  known: Known;
  asTable: boolean;
  price: PriceHistory | null;
}

/** The handles of the chart: at the change of the address, or where they are moved to. */
function useHandles(instrument: string, now: BiasExplanation, known: Known): Handles | null {
  const { shown, waits, change } = useRestingAddress('from', 'to', 'change');
  const { span, answer } = useChange(instrument, known, now);
  const { from, to } = waits ? shown : 'from' in span ? span : { from: answer.data?.from, to: answer.data?.to };
  if (from === undefined || to === undefined) return null;
  return { span: { from, to }, move: (span) => change({ ...span, change: undefined }) };
}

function History({ data, now, known: at, asTable, price }: HistoryProps) {
  const handles = useHandles(data.instrument, now, at);
  const bounds = use(Bounds);
  const { asOf, score: last } = now;
  const points = useMemo(() => withNow(data.points, { asOf, score: last }), [data.points, asOf, last]);
  const stops = useMemo(() => stopsOf(data.points, asOf), [data.points, asOf]);
  const drawn = useMemo(() => (price ? aligned(price.points, points) : { prices: null, scores: points }), [price, points]);
  const changes = useMemo(() => labelChanges(data.points), [data.points]);
  const known = facts(data.points);
  if (known === null && price === null) return <p className="panel-state">No score in this range.</p>;
  const summary = known === null ? 'No score in this range.' : `${data.instrument}, ${tradingDay(known.first)} to ${tradingDay(known.last)}: lowest ${score(known.low)}, highest ${score(known.high)}, last close ${score(known.end)}; now ${score(last)}.`;
  return (
    <>
      {asTable ? (known === null && price ? <PriceTable price={price} /> : <HistoryTable data={data} changes={changes} price={price} />) : (
        <Panel name="The chart" fallback={<div className="history-chart history-place" />}><HistoryChart points={drawn.scores} prices={drawn.prices} changes={changes} bounds={bounds} stops={stops} handles={handles} name={known === null ? `Price of ${data.instrument}. ${summary}` : price ? `Price above the score of ${summary}` : `Score of ${summary}`} /></Panel>
      )}
      <p className="second faint card-foot">{summary} {known && changesWords(changes)}</p>
    </>
  );
}

/** "3 changes of the label, marked above the score where there is room." */
function changesWords(changes: readonly LabelChange[]): string {
  if (changes.length === 0) return 'The label did not change.';
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'} of the label, marked above the score where there is room.`;
}

function wasOf(changes: readonly LabelChange[], close: string): string {
  const change = changes.find(({ time }) => time === close.slice(0, 10));
  return change ? `, was ${LABEL_WORDS[change.before].toLowerCase()}` : '';
}

function HistoryTable({ data, changes, price }: { data: BiasHistory; changes: readonly LabelChange[]; price: PriceHistory | null }) {
  const closes = new Map(price?.points.map(({ date, close }) => [date, close]));
  return (
    <TableScroll name="History as a table" className="history-table">
      <table className="figures folds folds-break">
        <caption className="hidden-text">Score of {data.instrument} at each daily close, newest first</caption>
        <thead><tr><th scope="col">Close, trading date</th><th scope="col" className="number">Score</th><th scope="col">Label</th><th scope="col" className="number">Agreement</th><th scope="col" className="number">Data health</th>{price && <th scope="col" className="number">Price</th>}</tr></thead>
        <tbody>
          {data.points.toReversed().map((point) => (
            <tr key={point.asOf}>
              <th scope="row"><time dateTime={point.asOf} {...tip(point.asOf, 'row')}>{tradingDay(point.asOf)}</time></th>
              <td className="number strong fold-end">{score(point.score)}</td>
              <td className="fold-next">{point.label ? LABEL_WORDS[point.label] : NONE}{wasOf(changes, point.asOf)}</td>
              <td className="number fold-next" data-name="agreement">{wholePercent(point.agreement)}</td>
              <td className="number fold-next" data-name="data health">{wholePercent(point.health)}</td>
              {price && <td className="number fold-next" data-name="price">{closes.get(point.asOf.slice(0, 10)) ?? NONE}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
