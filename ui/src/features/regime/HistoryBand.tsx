import type { RegimePoint } from '../../shared/api/types';
import { plain } from '../../shared/format/numbers';
import { regionName } from '../../shared/format/regions';
import { tradingDay } from '../../shared/format/times';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { blocks, changesAYear, isDetermined, ORDER, QUADRANTS, type Block } from './regimeFigures';

/** The quadrant at each month-end, as known then: above the line where growth was up, below where it was down. */
export function HistoryBand({ region, points }: { region: string; points: readonly RegimePoint[] }) {
  const all = blocks(points);
  const changes = changesAYear(points);
  if (all.length === 0) return null;
  return (
    <section className="card" aria-labelledby="band-title">
      <div className="card-head">
        <h2 id="band-title">History, {regionName(region)} <span className="faint second">month-ends, as known then; upper blocks: growth up{changes === null ? '' : `; ${plain(changes, 1)} changes a year`}</span></h2><span className="toolbar-gap" />
        <span className="regime-keys second" aria-hidden="true">{ORDER.map((quadrant) => <span key={quadrant}><i className="regime-code" data-regime={quadrant}>{QUADRANTS[quadrant].code}</i> {QUADRANTS[quadrant].name}</span>)}</span>
      </div>
      <TableScroll name="Quadrants by month-end">
        <ol className="band">{all.map((block) => <BandBlock key={block.from} block={block} share={block.months / points.length} />)}</ol>
      </TableScroll>
      <p className="card-foot second faint band-ends"><span>{tradingDay(all[0]?.from ?? '')}</span><span>{tradingDay(all.at(-1)?.to ?? '')}</span></p>
    </section>
  );
}

/** A block has room for its code from so large a share of the band on. */
const ROOM = 0.025;

function BandBlock({ block: { quadrant, from, to, months }, share }: { block: Block; share: number }) {
  const name = isDetermined(quadrant) ? QUADRANTS[quadrant].name : 'Undetermined';
  const text = `${name}, ${tradingDay(from)} to ${tradingDay(to)}, ${months} ${months === 1 ? 'month-end' : 'month-ends'}`;
  return (
    <li style={{ flexGrow: months }} data-regime={quadrant} {...tip(text)}>
      <span aria-hidden="true">{share >= ROOM && isDetermined(quadrant) ? QUADRANTS[quadrant].code : ''}</span><span className="hidden-text">{text}</span>
    </li>
  );
}
