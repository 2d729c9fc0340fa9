import { Link } from '@tanstack/react-router';
import type { Conflict, ConflictList } from '../../shared/api/types';
import { published } from '../../shared/format/figures';
import { count } from '../../shared/format/numbers';
import { Instant } from '../../shared/ui/Instant';
import { TableScroll } from '../../shared/ui/TableScroll';

/** Releases of which sources say different things: who said what, and who won. */
export function ConflictsCard({ answer: { items, total }, asOf }: { answer: ConflictList; asOf: string }) {
  return (
    <section className="card" aria-labelledby="conflicts-title">
      <div className="card-head"><h2 id="conflicts-title">Conflicts <span className="faint second">{count(total)} {total === 1 ? 'release' : 'releases'} of which sources say different things{items.length < total && `, the latest ${items.length}`}</span></h2></div>
      <TableScroll name="Conflicts" className="health-tall">
        <table className="figures folds folds-list">
          <caption className="hidden-text">Conflicts between sources</caption>
          <thead><tr><th scope="col">Release</th><th scope="col">Differs in</th><th scope="col">Who says what</th><th scope="col">Stands</th></tr></thead>
          <tbody>{items.map((conflict) => <Row key={conflict.releaseId} conflict={conflict} asOf={asOf} />)}</tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Row({ conflict, asOf }: { conflict: Conflict; asOf: string }) {
  return (
    <tr>
      <th scope="row"><span className="region">{conflict.region}</span> <Link to="/indicators/$indicator" params={{ indicator: conflict.indicator }} search={{ release: conflict.releaseId }}>{conflict.name}</Link> <span className="quiet"><Instant time={conflict.instant} reference={asOf} /></span></th>
      <td data-name="Differs in">{conflict.kinds.join(', ')}</td>
      <td data-name="Claims" className="health-words">{conflict.claims.map((claim) => <span key={`${claim.source} ${claim.batch} ${claim.line}`} className="health-claim">{claim.source} {published(claim.actual, conflict)}{conflict.kinds.includes('previous') && `, before ${published(claim.previous, conflict)}`}</span>)}</td>
      <td data-name="Stands">{conflict.winner} <span className="quiet">by {conflict.reason}</span></td>
    </tr>
  );
}
