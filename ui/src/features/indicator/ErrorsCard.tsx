import type { SourceError } from '../../shared/api/types';
import { count, plain, signed } from '../../shared/format/numbers';
import { TableScroll } from '../../shared/ui/TableScroll';

/** How far each source, and each forecast from the indicator's own earlier figures, has been from what was published. Nothing without a release to compare. */
export function ErrorsCard({ errors }: { errors: readonly SourceError[] }) {
  if (errors.length === 0) return null;
  return (
    <section className="card" aria-labelledby="errors-title">
      <div className="card-head"><h2 id="errors-title">Errors of forecasts</h2></div>
      <TableScroll name="Errors by source">
        <table className="figures">
          <thead>
            <tr><th scope="col">Source</th><th scope="col">Kind</th><th scope="col" className="number">Releases</th><th scope="col" className="number">Mean error</th><th scope="col" className="number">Bias</th></tr>
          </thead>
          <tbody>{errors.map((error) => <ErrorRow key={`${error.source} ${error.kind}`} error={error} />)}</tbody>
        </table>
      </TableScroll>
      <p className="card-text faint second">In σ. naive, ar1 and arma11 are computed from the earlier figures of the indicator: the last one, and two models.</p>
    </section>
  );
}

function ErrorRow({ error }: { error: SourceError }) {
  return (
    <tr>
      <th scope="row">{error.source}</th>
      <td>{error.kind}</td>
      <td className="number">{count(error.releases)}{!error.ranked && <span className="faint second"> too few to rank</span>}</td>
      <td className="number">{plain(error.meanAbsoluteError, 2)}</td>
      <td className="number">{signed(error.bias, 2)}</td>
    </tr>
  );
}
