import { Link } from '@tanstack/react-router';
import type { CalendarItem } from '../../shared/api/types';
import { expected, published, surprise } from '../../shared/format/figures';
import { reasonWords } from '../../shared/format/labels';
import { NONE, sigmas, signTone } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { Caveats } from '../../shared/ui/Caveats';
import { Importance } from '../../shared/ui/Importance';
import { Instant } from '../../shared/ui/Instant';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';

/** What was published in the last 48 hours. */
export function PastTable({ items, asOf }: { items: readonly CalendarItem[]; asOf: string }) {
  return (
    <section className="card" aria-labelledby="past-title">
      <div className="card-head"><h2 id="past-title">Past 48 hours <span className="faint second">newest first</span></h2></div>
      {items.length === 0 ? <p className="panel-state">No release of these filters in 48 hours.</p> : (
        <TableScroll name="Releases of the past 48 hours">
          <table className="figures folds">
            <caption className="hidden-text">Releases of the past 48 hours, newest first</caption>
            <thead>
              <tr><th scope="col">Released</th><th scope="col">Release</th><th scope="col"><span className="hidden-text">Importance</span></th><th scope="col" className="number">Actual</th><th scope="col" className="number">Forecast</th><th scope="col" className="number">Previous</th><th scope="col" className="number">Surprise</th><th scope="col" className="number">z</th></tr>
            </thead>
            <tbody>{items.map((item) => <Row key={item.releaseId ?? item.indicator + item.releasedAt} item={item} asOf={asOf} />)}</tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

function Row({ item, asOf }: { item: CalendarItem; asOf: string }) {
  return (
    <tr>
      <td className="fold-first"><Instant time={item.releasedAt} reference={asOf} /></td>
      <th scope="row"><span className="region">{item.region}</span> <Link to="/indicators/$indicator" params={{ indicator: item.indicator }} search={{ release: item.releaseId ?? undefined } as never} data-row>{safeName(item.name)}</Link></th>
      <td><Importance of={item.importance} /></td>
      <td className="number strong" data-name="actual">{published(item.actual, item)} <Caveats marks={item.marks} /></td>
      <td className="number" data-name="forecast">{expected(item.forecast, item, item.marks)}</td>
      <td className="number quiet" data-name="previous">{published(item.previous, item)}</td>
      <td className="number quiet" data-name="surprise">{surprise(item.surprise, item)}</td>
      <td className={`number strong fold-end ${item.z === null ? '' : signTone(item.z, 1)}`}>{item.z === null ? <span className="faint" {...tip(reasonWords(item.reason), 'row')}>{NONE}</span> : sigmas(item.z)}</td>
    </tr>
  );
}
