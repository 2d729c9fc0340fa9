import { useQuery } from '@tanstack/react-query';
import { summary } from '../../shared/api/board';
import { correlation } from '../../shared/api/correlation';
import type { BiasSummary, CorrelationAnswer } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { count } from '../../shared/format/numbers';
import { day } from '../../shared/format/times';
import { Choice } from '../../shared/ui/Choice';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { ExportButton } from '../../shared/ui/ExportButton';
import '../../shared/ui/figures.css';
import { Panel } from '../../shared/ui/Panel';
import { TintScale } from '../../shared/ui/TintScale';
import { useAddress } from '../../shared/ui/useAddress';
import { useAsOf } from '../time/asOf';
import { Components } from './Components';
import './correlation.css';
import { chosenPair, csvRow, HEADER, KINDS, ordered, ORDERS, readKind, readMethod, readOrder, readPair, readStep, sentence, STEPS, strongest, type Kind, type Method, type Order, type Step } from './matrix';
import { Matrix } from './Matrix';
import { PairCard } from './PairCard';
import { PairList } from './PairList';

const TITLE = 'Which biases are the same trade?';

/** Which biases, indices, surprises or prices move together, and how sure that is. */
export default function CorrelationPage() {
  const { known } = useAsOf();
  const answer = useQuery(summary(known));
  return (
    <main key={answer.data ? 'page' : 'frame'} className="page" id="main" tabIndex={-1}>
      {answer.error && !answer.data && <><h1 className="page-title">{TITLE}</h1><ErrorPanel what="The correlations could not be loaded" error={answer.error} retry={() => void answer.refetch()} /></>}
      {answer.data && <Loaded run={answer.data} />}
      {!answer.data && !answer.error && <h1 className="page-title">{TITLE}</h1>}
    </main>
  );
}

function Loaded({ run }: { run: BiasSummary }) {
  const { known } = useAsOf();
  const [typedKind, setKind] = useAddress('of');
  const [typedStep, setStep] = useAddress('step');
  const [typedMethod] = useAddress('method');
  const [typedOrder, setOrder] = useAddress('order');
  const [kind, step, method, order] = [readKind(typedKind), readStep(typedStep), readMethod(typedMethod), readOrder(typedOrder)];
  const answer = useQuery(correlation(known, run, { of: kind, every: step, method }));
  return (
    <>
      <div className="page-head"><h1 className="page-title">{TITLE}</h1>{answer.data && <p className="quiet">{sentence(answer.data)}</p>}</div>
      <div className="toolbar no-print">
        <div className="segments" role="group" aria-label="Series">
          {(Object.keys(KINDS) as Kind[]).map((value) => <button key={value} className="button" type="button" data-filter aria-pressed={value === kind} onClick={() => setKind(value === 'bias' ? undefined : value)}>{KINDS[value]}</button>)}
        </div>
        <Choice name="Step" value={step} options={options(STEPS)} choose={(value) => setStep(value === 'week' ? undefined : value)} />
        <Choice name="Order" value={order} options={options(ORDERS)} choose={(value) => setOrder(value === 'clusters' ? undefined : value)} />
        <span className="toolbar-gap" />
        <TintScale range={1} />
        <ExportButton name="the correlations" file={`correlation-${kind}`} keys asOf={run.asOf} text={() => csv(HEADER, (answer.data?.pairs ?? []).map(csvRow))} />
      </div>
      {answer.error && !answer.data && <ErrorPanel what="The correlations could not be computed" error={answer.error} retry={() => void answer.refetch()} />}
      {!answer.data && !answer.error && <section className="card correlation-place" aria-label="Correlations"><p className="hidden-text" role="status">Computing the correlations</p></section>}
      {answer.data && <Answer data={answer.data} order={order} run={run} />}
    </>
  );
}

const options = <T extends string>(words: Record<T, string>) => (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }));

function Answer({ data, order, run }: { data: CorrelationAnswer; order: Order; run: BiasSummary }) {
  const [typed, setPair] = useAddress('pair');
  const ids = ordered(data, order);
  const pair = chosenPair(data.pairs, readPair(typed, data.series.map(({ id }) => id)));
  if (ids.length === 0 || pair === null) return <Nothing kind={data.of} />;
  const choose = (first: string, second: string) => setPair(`${first},${second}`);
  return (
    <div className="correlation-row">
      <section className="card correlation-card" aria-labelledby="matrix-title">
        <div className="card-head"><h2 id="matrix-title">{KINDS[data.of]} <span className="faint second">{count(data.rows)} {data.every === 'week' ? 'weeks' : 'weekdays'} since {day(data.from, run.asOf)}</span></h2></div>
        <Panel name="The matrix"><Matrix ids={ids} pairs={data.pairs} chosen={pair} choose={choose} /></Panel>
        <div className="correlation-lists">
          <PairList title="Most alike" pairs={strongest(data.pairs, false)} choose={choose} /><PairList title="Most opposed" pairs={strongest(data.pairs, true)} choose={choose} />
        </div>
        <p className="card-foot second faint">Filled: the 95% interval leaves zero out. Plain: not distinguishable from zero. Below {data.fewest} rows a cell stays empty. Of 100 unrelated pairs, about five are filled.</p>
      </section>
      <div className="correlation-side">
        <Panel name="The pair"><PairCard key={pair.join(',')} pair={pair} all={data} run={run} of={data.of} step={data.every as Step} method={data.method as Method} choose={choose} /></Panel>
        <Panel name="What they share"><Components shared={data.shared} /></Panel>
      </div>
    </div>
  );
}

function Nothing({ kind }: { kind: Kind }) {
  return (
    <section className="card panel-state">
      <h2>No correlations yet</h2>
      <p>{kind === 'price' ? 'No two series of prices have enough rows at this time. Prices come by themselves where a source has them, or by import.' : 'No two series have enough rows at this time.'}</p>
    </section>
  );
}
