import { useState } from 'react';
import type { Batch } from '../../shared/api/types';
import { count } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { unmappedTitles } from './healthFigures';

const FIRST = 5;

/** The titles of imported rows that no indicator has. */
export function UnmappedCard({ batches }: { batches: readonly Batch[] | undefined }) {
  const [all, setAll] = useState(false);
  const titles = unmappedTitles(batches ?? []);
  const shown = all ? titles : titles.slice(0, FIRST);
  return (
    <section className="card" aria-labelledby="unmapped-title">
      <div className="card-head"><h2 id="unmapped-title">Unmapped titles <span className="faint second">rows without an indicator, most first</span></h2></div>
      {batches && titles.length === 0 && <p className="card-text quiet">Every imported title has an indicator.</p>}
      {shown.length > 0 && (
        <table className="figures">
          <caption className="hidden-text">Titles without an indicator</caption>
          <tbody>{shown.map(({ title, count: rows }) => <tr key={title}><th scope="row" className="health-words"><bdi>{safeName(title)}</bdi></th><td className="number">{count(rows)} {rows === 1 ? 'row' : 'rows'}</td></tr>)}</tbody>
        </table>
      )}
      {titles.length > 0 && (
        <p className="card-foot second faint">
          {shown.length < titles.length && <button className="button" type="button" onClick={() => setAll(true)}>Show {count(titles.length - shown.length)} more</button>}{' '}
          A title gets an indicator in the profile that the file was read by.
        </p>
      )}
    </section>
  );
}
