import { useQuery } from '@tanstack/react-query';
import { correlation } from '../../shared/api/correlation';
import type { BiasSummary, CorrelationAnswer } from '../../shared/api/types';
import { signed, signTone } from '../../shared/format/numbers';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { useWidth } from '../../shared/ui/useWidth';
import { useAsOf } from '../time/asOf';
import { interval, missing, pairOf, partners, type Kind, type Method, type Step } from './matrix';
import { PathChart } from './PathChart';

interface Props {
  pair: readonly [string, string];
  all: CorrelationAnswer;
  run: BiasSummary;
  of: Kind;
  step: Step;
  method: Method;
  choose: (first: string, second: string) => void;
}

/** One pair: its correlation, how sure it is, and its path. */
export function PairCard({ pair: [first, second], all, run, of, step, method, choose }: Props) {
  const { known } = useAsOf();
  const path = useQuery(correlation(known, run, { of, every: step, method, pair: `${first},${second}` }));
  const pair = pairOf(all.pairs)(first, second);
  const [width, measure] = useWidth();
  return (
    <section className="card pair-card" aria-labelledby="pair-title">
      <h2 id="pair-title">{first} and {second}</h2>
      {pair && (pair.r === null ? <p className="quiet">No correlation: {missing(pair)} (n {pair.observations}).</p> : (
        <div className="pair-figures">
          <span className={`pair-r ${pair.differs ? signTone(pair.r, 2) : 'quiet'}`}>{signed(pair.r, 2)}</span>
          <p className="second quiet">{interval(pair)}<br />n {pair.observations} {step === 'week' ? 'weeks' : 'weekdays'}{pair.effective !== null && `, as many as ${Math.round(pair.effective)} independent ones`}</p>
        </div>
      ))}
      <div ref={measure} className="pair-path">
        {path.error && !path.data && <ErrorPanel what="The path could not be computed" error={path.error} retry={() => void path.refetch()} />}
        {path.data?.path && width > 0 && <PathChart path={path.data.path} width={width} name={`${first} and ${second}`} step={step} />}
      </div>
      <Partners id={first} all={all} choose={choose} />
    </section>
  );
}

function Partners({ id, all, choose }: { id: string; all: CorrelationAnswer; choose: Props['choose'] }) {
  const list = partners(all.pairs, id);
  if (list.length === 0) return null;
  return (
    <>
      <h3 className="caption">Strongest with {id}</h3>
      <ul className="pair-list">
        {list.map((partner) => (
          <li key={partner.id}><button className="release-button" type="button" onClick={() => choose(id, partner.id)}>{partner.id}</button><b className={`number ${partner.differs ? signTone(partner.r, 2) : 'faint'}`}>{signed(partner.r, 2)}</b></li>
        ))}
      </ul>
    </>
  );
}
