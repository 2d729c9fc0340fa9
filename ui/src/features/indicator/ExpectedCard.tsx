import type { ConsensusPath, ConsensusPoint, Indicator } from '../../shared/api/types';
import { published } from '../../shared/format/figures';
import { count, NONE } from '../../shared/format/numbers';
import { instant } from '../../shared/format/times';
import { TableScroll } from '../../shared/ui/TableScroll';
import { hasSpreads, pathTitle, saidFrom, shownPaths } from './consensusPaths';

/** What was expected of the last release and of the next one, who said it, and how far apart the forecasts were. Nothing, where no source says more than one figure. */
export function ExpectedCard({ paths, indicator, asOf }: { paths: readonly ConsensusPath[]; indicator: Indicator; asOf: string }) {
  const shown = shownPaths(paths);
  if (shown.length === 0) return null;
  return (
    <section className="card" aria-labelledby="expected-title">
      <div className="card-head"><h2 id="expected-title">What was expected</h2></div>
      {shown.map((path) => <PathTable key={path.releaseId} path={path} title={pathTitle(path, indicator, asOf)} indicator={indicator} asOf={asOf} />)}
    </section>
  );
}

function PathTable({ path, title, indicator, asOf }: { path: ConsensusPath; title: string; indicator: Indicator; asOf: string }) {
  const spreads = hasSpreads(path);
  return (
    <TableScroll name={`What was expected of ${title}`}>
      <table className="figures">
        <caption className="card-text second">{title}</caption>
        <thead>
          <tr>
            <th scope="col">From</th><th scope="col">To</th><th scope="col" className="number">Expected</th>
            {spreads && <><th scope="col" className="number">Low</th><th scope="col" className="number">High</th><th scope="col" className="number">Count</th></>}
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>{path.points.map((point) => <PointRow key={`${point.source} ${point.kind} ${point.from}`} point={point} spreads={spreads} indicator={indicator} asOf={asOf} />)}</tbody>
      </table>
    </TableScroll>
  );
}

function PointRow({ point, spreads, indicator, asOf }: { point: ConsensusPoint; spreads: boolean; indicator: Indicator; asOf: string }) {
  return (
    <tr>
      <th scope="row">{saidFrom(point, asOf)}</th>
      <td>{point.until === null ? NONE : instant(point.until, asOf)}</td>
      <td className={point.stands ? 'number strong' : 'number'}>{published(point.value, indicator)}</td>
      {spreads && (
        <>
          <td className="number">{published(point.low, indicator)}</td>
          <td className="number">{published(point.high, indicator)}</td>
          <td className="number">{point.count === null ? NONE : count(point.count)}</td>
        </>
      )}
      <td>{point.source}, {point.kind}{point.stands && <span className="faint second"> stands</span>}</td>
    </tr>
  );
}
