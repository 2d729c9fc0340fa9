import type { Calendar, Indicator } from '../../shared/api/types';
import { NONE } from '../../shared/format/numbers';
import { instant, soonDay } from '../../shared/format/times';
import { Check, Clock, Warning } from '../../shared/ui/icons';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { regionRows, type RegionRow } from './healthFigures';

interface Props {
  calendar: Calendar | undefined;
  indicators: readonly Indicator[] | undefined;
  asOf: string;
}

/** What each region published in seven days, what comes next, and whether anything of it is late. */
export function RegionsCard({ calendar, indicators, asOf }: Props) {
  const rows = calendar && indicators ? regionRows(calendar.items, indicators, calendar.completeness, asOf) : [];
  return (
    <section className="card" aria-labelledby="regions-title">
      <div className="card-head"><h2 id="regions-title">Regions <span className="faint second">releases expected and received, last 7 days</span></h2></div>
      <TableScroll name="Regions">
        <table className="figures folds folds-break">
          <caption className="hidden-text">Releases of seven days by region</caption>
          <thead>
            <tr>
              <th scope="col">Region</th><th scope="col" className="number">Indicators</th><th scope="col">Last 7 days</th><th scope="col" className="number">Received</th>
              <th scope="col">Last release</th><th scope="col">Next</th><th scope="col">State</th>
            </tr>
          </thead>
          <tbody>{rows.map((row) => <Row key={row.code} row={row} asOf={asOf} />)}</tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Row({ row, asOf }: { row: RegionRow; asOf: string }) {
  return (
    <tr>
      <th scope="row"><span className="region">{row.code}</span> {row.name}</th>
      <td className="number fold-next" data-name="indicators">{row.indicators}</td>
      <td className="fold-first"><Week week={row.week} /></td>
      <td className="number fold-first">{row.received} of {row.week.length}</td>
      <td className="fold-next" data-name="last">{row.last === null ? NONE : <time dateTime={row.last} {...tip(row.last, 'row')}>{instant(row.last, asOf)}</time>}</td>
      <td className="fold-next" data-name="next">{row.next === null ? <span className="quiet">none in 7 days</span> : <time dateTime={row.next} {...tip(row.nextByCadence ? 'about that day, by its cadence; nobody has announced it' : row.next, 'row')}>{row.nextByCadence ? `about ${soonDay(row.next, asOf)}` : instant(row.next, asOf)}</time>}</td>
      <td className="fold-end"><State row={row} /></td>
    </tr>
  );
}

/** One mark a release: filled when its figure is there. The count beside it says the same in words. */
function Week({ week }: { week: readonly boolean[] }) {
  return <span className="health-week" aria-hidden="true">{week.map((received, release) => <span key={release} data-received={received || undefined} />)}</span>;
}

function State({ row: { late, missing, due } }: { row: RegionRow }) {
  if (late > 0) return <span className="health-state" data-bad><Warning /> {late} late</span>;
  if (missing > 0) return <span className="health-state"><Warning /> {missing} missing</span>;
  if (due > 0) return <span className="health-state"><Clock /> {due} due</span>;
  return <span className="health-state" data-good><Check /> Current</span>;
}
