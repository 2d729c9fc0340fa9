import { Link } from '@tanstack/react-router';
import type { Indicator } from '../../shared/api/types';
import { published } from '../../shared/format/figures';
import { NONE, signed, signTone } from '../../shared/format/numbers';
import { regionName } from '../../shared/format/regions';
import { safeName } from '../../shared/format/text';
import { age, day } from '../../shared/format/times';
import { TableScroll } from '../../shared/ui/TableScroll';
import { ALL, CATEGORIES, emptyWords, indicatorsOf, type Cell } from './heatCells';

interface Props {
  cell: Cell;
  catalogue: readonly Indicator[];
  asOf: string;
}

const SHOWN = 12;

/** The indicators of a cell, each with its last release. */
export function CellCard({ cell, catalogue, asOf }: Props) {
  const items = indicatorsOf(catalogue, cell);
  const week = cell.moved === null ? '' : ` 7 days ago ${signed((cell.z ?? 0) - cell.moved, 1)}.`;
  return (
    <section className="card" aria-labelledby="cell-title">
      <div className="card-head">
        <h2 id="cell-title">{regionName(cell.region)}, {cell.category === ALL ? 'all categories' : CATEGORIES[cell.category].toLowerCase()}</h2><span className="toolbar-gap" />
        {cell.z === null ? <span className="faint">{emptyWords(cell).short}</span> : <span className={`stat-value ${signTone(cell.z, 1)}`}>{signed(cell.z, 1)}</span>}
      </div>
      <p className="card-text second quiet">{cell.z === null ? emptyWords(cell).long : `${cell.live} of ${cell.indicators} indicators live.${week}`}</p>
      {items.length > 0 && (
        <TableScroll name="Last releases of the cell">
          <table className="figures">
            <caption className="hidden-text">Last release of each indicator of the cell</caption>
            <thead><tr><th scope="col">Last release</th><th scope="col" className="number">Actual, forecast</th><th scope="col" className="number">z</th></tr></thead>
            <tbody>{items.slice(0, SHOWN).map((item) => <Row key={item.indicator} item={item} asOf={asOf} />)}</tbody>
          </table>
        </TableScroll>
      )}
      {items.length > SHOWN && <p className="card-foot second faint">{items.length - SHOWN} more with a smaller or no last surprise.</p>}
    </section>
  );
}

function Row({ item, asOf }: { item: Indicator; asOf: string }) {
  return (
    <tr>
      <th scope="row" className="heat-name"><Link to="/indicators/$indicator" params={{ indicator: item.indicator }}>{safeName(item.name)}</Link> <span className="faint second">{item.lastReleasedAt ? `${day(item.lastReleasedAt, asOf)}, ${age(item.lastReleasedAt, asOf)}` : 'no release yet'}</span></th>
      <td className="number"><b>{published(item.lastActual, item)}</b> <span className="quiet">{published(item.lastForecast, item)}</span></td>
      <td className={`number strong ${item.lastZ === null ? 'faint' : signTone(item.lastZ, 2)}`}>{item.lastZ === null ? NONE : signed(item.lastZ, 2)}</td>
    </tr>
  );
}
