import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { CalendarItem, CompletenessAnswer } from '../../shared/api/types';
import { age } from '../../shared/format/times';
import { Importance } from '../../shared/ui/Importance';
import { Instant } from '../../shared/ui/Instant';
import { TableScroll } from '../../shared/ui/TableScroll';

const FIRST = 12;

const REASONS: Record<NonNullable<CalendarItem['stateReason']>, string> = {
  'announced': 'a source announced it',
  'cadence': 'by its cadence; nobody announced it',
  'no-figures': 'no source has given a figure of this indicator',
  'overtaken': 'a later release is there',
  'next-is-due': 'a whole period has passed',
  'called-off': 'called off',
  'taken-back': 'its source took the figure back',
  'moved': 'published at another time',
};

/** The releases without a figure: those that lower freshness first, the newest first among them. */
export function OutstandingCard({ answer: { items, asOf } }: { answer: CompletenessAnswer }) {
  const [all, setAll] = useState(false);
  const ordered = items.toSorted((first, second) => rank(first) - rank(second) || second.releasedAt.localeCompare(first.releasedAt));
  const shown = all ? ordered : ordered.slice(0, FIRST);
  return (
    <section className="card" aria-labelledby="outstanding-title">
      <div className="card-head"><h2 id="outstanding-title">Without a figure <span className="faint second">{items.length} of the last 100 days{items.some(isOutstanding) ? '; those that lower data health first' : '; none lowers data health'}</span></h2></div>
      <TableScroll name="Without a figure">
        <table className="figures folds folds-break">
          <caption className="hidden-text">Releases without a figure</caption>
          <thead><tr><th scope="col">Release</th><th scope="col">Importance</th><th scope="col">State</th><th scope="col">Due</th><th scope="col" className="number">Age</th><th scope="col">Why</th></tr></thead>
          <tbody>
            {shown.map((item) => (
              <tr key={`${item.indicator} ${item.releasedAt}`}>
                <th scope="row"><span className="region">{item.region}</span> <Link to="/indicators/$indicator" params={{ indicator: item.indicator }}>{item.name}</Link></th>
                <td className="fold-first"><Importance of={item.importance} /></td>
                <td className={`fold-end ${isOutstanding(item) ? 'strong' : ''}`}>{item.state}</td>
                <td className="fold-next" data-name="due"><Instant time={item.releasedAt} reference={asOf} /></td>
                <td className="number fold-next" data-name="age">{age(item.releasedAt, asOf)}</td>
                <td className="fold-last">{item.stateReason === null ? '' : REASONS[item.stateReason]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {shown.length < items.length && <p className="card-foot"><button className="button" type="button" onClick={() => setAll(true)}>Show {items.length - shown.length} more</button></p>}
    </section>
  );
}

const isOutstanding = ({ state, stateReason }: CalendarItem) => state === 'late' || (state === 'missing' && stateReason === 'next-is-due');

const rank = (item: CalendarItem) => (isOutstanding(item) ? 0 : item.state === 'due' ? 1 : 2);
