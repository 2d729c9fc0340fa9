import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { ApiError } from '../../shared/api/client';
import { explanation } from '../../shared/api/explanation';
import { indicators } from '../../shared/api/indicators';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import '../../shared/ui/figures.css';
import { Panel } from '../../shared/ui/Panel';
import { tip } from '../../shared/ui/tip';
import { useAsOf } from '../time/asOf';
import { useFramed } from '../time/useFramed';
import { ComingFlipsCard } from './ComingFlipsCard';
import { Contributions } from './Contributions';
import { ForAgainstCard } from './ForAgainstCard';
import { Hero } from './Hero';
import { HistoryCard } from './HistoryCard';
import './instrument.css';
import { Missing } from './Missing';
import { UnknownInstrument } from './UnknownInstrument';
import { WaterfallCard } from './WaterfallCard';

/** Explains one bias: its reasons, its history and its data. The key keeps one instrument's numbers from appearing under another's name. */
export default function InstrumentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Explained key={id} id={id} />;
}

function Explained({ id }: { id: string }) {
  const { known } = useAsOf();
  // EUR/USD, as traders write it: the slash is no part of an id.
  const answer = useQuery(explanation(id.replaceAll('/', ''), known));
  const catalogue = useQuery(indicators(known)).data?.items ?? [];
  const framed = useFramed();
  const { data, error } = answer;
  if (error instanceof ApiError && error.code === 'unknown-instrument') return <UnknownInstrument id={id} error={error} />;
  // The server knows an instrument in any case of its letters; the address then takes the catalogue's.
  if (data && data.instrument !== id) return <Navigate to="/instruments/$id" params={{ id: data.instrument }} search={(old: never) => old} replace />;
  const away = error instanceof ApiError && error.unreachable && data !== undefined;
  const shown = data !== undefined && !framed;
  return (
    <main key={shown ? 'page' : 'frame'} className="page" id="main" tabIndex={-1}>
      {error && !away && <ErrorPanel what={`The explanation of ${id} could not be loaded`} error={error} retry={() => void answer.refetch()} />}
      {!shown && !error && <Loading id={id} />}
      {data && shown && (
        <>
          <div className="hero-row">
            <Panel name="The bias"><Hero answer={data} /></Panel>
            <Panel name="For and against"><ForAgainstCard answer={data} /></Panel>
          </div>
          <Panel name="The history"><HistoryCard instrument={id} known={known} now={data} /></Panel>
          <Panel name="What changed"><WaterfallCard instrument={id} known={known} now={data} /></Panel>
          <Panel name="What could change the label"><ComingFlipsCard instrument={id} known={known} now={data} /></Panel>
          <Panel name="The contributions"><Contributions answer={data} indicators={catalogue} /></Panel>
          <Panel name="The missing indicators"><Missing items={data.missing} indicators={catalogue} /></Panel>
          <p className="second faint no-print">Run <code {...tip(data.runId)}>{data.runId.slice(0, 8)}</code> · weight set {data.weightSet} · formula {data.formula}. The same inputs always give the same numbers.</p>
        </>
      )}
    </main>
  );
}

/** The frame in the size of what will fill it, so that nothing moves when the numbers arrive. */
function Loading({ id }: { id: string }) {
  return (
    <>
      <div className="hero-row">
        <section className="card hero-card hero-loading" aria-label="Bias">
          <p className="hidden-text" role="status">Loading {id}</p>
          <div className="hero"><div className="hero-name"><h1>{id}</h1></div><span className="ghost" style={{ width: 120, height: 40 }} /></div>
        </section>
        <section className="card sides-card hero-loading" aria-hidden="true" />
      </div>
      <section className="card history-loading" aria-hidden="true" />
    </>
  );
}
