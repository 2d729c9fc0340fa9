import type { RegimeItem, RegimePoint } from '../../shared/api/types';
import { regionName } from '../../shared/format/regions';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { composite, isDetermined, isHeld, odds, QUADRANTS, undetermined } from './regimeFigures';

interface Props {
  items: readonly RegimeItem[];
  chosen: string;
  choose: (region: string) => void;
}

/** The regime of each region. A row opens its trail, its history and its indicators. */
export function RegimeTable({ items, chosen, choose }: Props) {
  return (
    <TableScroll name="Regimes by region">
      <table className="figures regimes">
        <caption className="hidden-text">Regime, growth, inflation and odds of each region</caption>
        <thead><tr><th scope="col">Region</th><th scope="col">Regime</th><th scope="col" className="number">Growth</th><th scope="col" className="number">Inflation</th><th scope="col">Odds</th></tr></thead>
        <tbody>{items.map((item) => <Row key={item.region} item={item} chosen={item.region === chosen} choose={choose} />)}</tbody>
      </table>
    </TableScroll>
  );
}

function Row({ item: { region, latest }, chosen, choose }: { item: RegimeItem; chosen: boolean; choose: Props['choose'] }) {
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row"><button className="release-button" type="button" data-row aria-pressed={chosen} onClick={() => choose(region)}>{region} <span className="hidden-text">{regionName(region)}</span></button></th>
      {latest === null ? <td colSpan={4} className="faint">no month-end yet</td> : <Cells latest={latest} />}
    </tr>
  );
}

function Cells({ latest }: { latest: RegimePoint }) {
  const { quadrant, dwell, growth, inflation } = latest;
  return (
    <>
      <td>{isDetermined(quadrant) ? <><span className="regime-code" data-regime={quadrant} aria-hidden="true">{QUADRANTS[quadrant].code}</span> <b>{QUADRANTS[quadrant].name}</b> <span className="faint second">{dwell} {dwell === 1 ? 'month' : 'months'}</span></> : <span className="quiet">Undetermined</span>}</td>
      <td className="number">{composite(growth.composite)}{isHeld(growth) && <Held />}</td>
      <td className="number">{composite(inflation.composite)}{isHeld(inflation) && <Held />}</td>
      <td>{isDetermined(quadrant) ? <Odds point={latest} /> : <span className="faint second">{undetermined(latest)}</span>}</td>
    </>
  );
}

const Held = () => <span className="faint second" {...tip('The composite has left this state, which holds until two month-ends lie beyond the band.', 'row')}> held</span>;

function Odds({ point }: { point: RegimePoint }) {
  const parts = odds(point);
  if (parts.length === 0) return <span className="faint second">not known yet</span>;
  return (
    <span className="regime-odds" data-probability={point.odds?.probability || undefined}>
      <span className="regime-bar" aria-hidden="true">{parts.map(({ quadrant, share }) => <i key={quadrant} data-regime={quadrant} style={{ flexGrow: share }} />)}</span>
      <span className="regime-parts">{parts.map(({ quadrant, text }) => <span key={quadrant}>{text}</span>)}</span>
    </span>
  );
}
