import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { explanation } from '../../shared/api/explanation';
import { indicators } from '../../shared/api/indicators';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { useAsOf } from '../time/asOf';
import { Contributions } from './Contributions';
import { Hero, WhySentence } from './Hero';
import { HistoryCard } from './HistoryCard';
import './instrument.css';
import { Missing } from './Missing';

/** Explains one bias: its reasons, its history and its confidence. The key keeps one instrument's numbers from appearing under another's name. */
export default function InstrumentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Explained key={id} id={id} />;
}

function Explained({ id }: { id: string }) {
  const { asOf } = useAsOf();
  const answer = useQuery(explanation(id, asOf));
  const catalogue = useQuery(indicators()).data?.items ?? [];
  const { data } = answer;
  return (
    <main className="page" id="main" tabIndex={-1}>
      {answer.error && <ErrorPanel what={`The explanation of ${id} could not be loaded`} error={answer.error} retry={() => void answer.refetch()} />}
      {!data && !answer.error && (
        <section className="card hero" aria-label="Bias">
          <p className="hidden-text" role="status">Loading {id}</p>
          <div className="hero-name"><h1>{id}</h1></div>
          <span className="ghost" style={{ width: 120, height: 40 }} /><span className="ghost" style={{ width: '40%' }} />
        </section>
      )}
      {data && (
        <>
          <Hero answer={data} />
          <WhySentence answer={data} />
          <HistoryCard instrument={id} asOf={asOf} to={data.asOf} />
          <Contributions answer={data} indicators={catalogue} />
          <Missing items={data.missing} indicators={catalogue} />
          <p className="second faint">Run <code title={data.runId}>{data.runId.slice(0, 8)}</code> · weight set {data.weightSet}. The same inputs always give the same numbers.</p>
        </>
      )}
    </main>
  );
}
