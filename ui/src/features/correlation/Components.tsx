import type { CorrelationAnswer } from '../../shared/api/types';
import { plain, signed } from '../../shared/format/numbers';

const MEMBERS = 5;

/** What the series have in common: its first components, each named by its largest members. */
export function Components({ shared }: { shared: CorrelationAnswer['shared'] }) {
  if (shared.effective === null || shared.intensity === null || shared.components.length === 0) return null;
  return (
    <section className="card" aria-labelledby="shared-title">
      <div className="card-head"><h2 id="shared-title">What they share</h2></div>
      <ul className="components">
        {shared.components.map(({ share, members }) => (
          <li key={members.map(({ id }) => id).join()}>
            <b>{plain(share * 100, 0)}%</b>
            <span>{members.slice(0, MEMBERS).map(({ id, weight }) => `${id} ${signed(weight, 2)}`).join(', ')}{members.length > MEMBERS && ' …'}</span>
          </li>
        ))}
      </ul>
      <p className="card-foot second faint">Largest components of {shared.series} series over {shared.observations} rows in which all have a value, shrunk by {plain(shared.intensity, 2)}. A negative weight moves against the first.</p>
    </section>
  );
}
