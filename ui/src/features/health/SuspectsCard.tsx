import { Link } from '@tanstack/react-router';
import type { Suspect, SuspectList } from '../../shared/api/types';
import { expected, published } from '../../shared/format/figures';
import { count, sigmas } from '../../shared/format/numbers';
import { Instant } from '../../shared/ui/Instant';
import { TableScroll } from '../../shared/ui/TableScroll';

/** Releases that look wrong and that nobody has judged. */
export function SuspectsCard({ answer: { items }, asOf }: { answer: SuspectList; asOf: string }) {
  return (
    <section className="card" aria-labelledby="suspects-title">
      <div className="card-head"><h2 id="suspects-title">To be judged <span className="faint second">{count(items.length)} {items.length === 1 ? 'release is' : 'releases are'} more than ten σ from the forecast</span></h2></div>
      <TableScroll name="Releases to be judged" className="health-tall">
        <table className="figures folds folds-list">
          <caption className="hidden-text">Releases that look wrong, the latest first</caption>
          <thead><tr><th scope="col">Release</th><th scope="col">Counts</th><th scope="col" className="number">Actual</th><th scope="col" className="number">Forecast</th><th scope="col" className="number">Previous</th><th scope="col" className="number">Next’s previous</th><th scope="col" className="number">z</th></tr></thead>
          <tbody>{items.map((suspect) => <Row key={suspect.releaseId} suspect={suspect} asOf={asOf} />)}</tbody>
        </table>
      </TableScroll>
      <p className="second faint card-foot">A typing error does not count until <code>release confirm</code> says that it is right; an extreme figure counts, clipped, until <code>release doubt</code> says otherwise.</p>
    </section>
  );
}

function Row({ suspect, asOf }: { suspect: Suspect; asOf: string }) {
  return (
    <tr>
      <th scope="row"><span className="region">{suspect.region}</span> <Link to="/indicators/$indicator" params={{ indicator: suspect.indicator }} search={{ release: suspect.releaseId }}>{suspect.name}</Link> <span className="quiet"><Instant time={suspect.releasedAt} reference={asOf} /></span></th>
      <td data-name="Counts">{suspect.kind === 'suspect' ? 'no, it looks like a typing error' : 'yes, clipped'}</td>
      <td data-name="Actual" className="number">{published(suspect.actual, suspect)}</td>
      <td data-name="Forecast" className="number">{expected(suspect.forecast, suspect, [], suspect.forecastKind)}</td>
      <td data-name="Previous" className="number">{published(suspect.previous, suspect)}</td>
      <td data-name="Next’s previous" className="number">{published(suspect.nextPrevious, suspect)}</td>
      <td data-name="z" className="number">{sigmas(suspect.zRaw)}</td>
    </tr>
  );
}
