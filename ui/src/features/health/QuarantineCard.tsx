import { useState } from 'react';
import type { QuarantinedRow } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { count } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { Download } from '../../shared/ui/icons';
import { saveFile } from '../../shared/ui/saveFile';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { QUARANTINE_HEADER, quarantineRow } from './healthFigures';

const FIRST = 6;
const MOST = 200;
/** A row is shown whole, so that no number in it is cut off. */
const LONGEST_ROW = 400;

/** The rows that could not be read, word for word, with the reason. They are not used. */
export function QuarantineCard({ rows }: { rows: readonly QuarantinedRow[] | undefined }) {
  const [all, setAll] = useState(false);
  const shown = (rows ?? []).slice(0, all ? MOST : FIRST);
  const hidden = (rows?.length ?? 0) - shown.length;
  return (
    <section className="card" aria-labelledby="quarantine-title">
      <div className="card-head">
        <h2 id="quarantine-title">Quarantine <span className="faint second">rows that could not be read</span></h2>
        <span className="toolbar-gap" />
        {rows && rows.length > 0 && <button className="button" type="button" onClick={() => saveFile('quarantine.csv', csv(QUARANTINE_HEADER, rows.map(quarantineRow)))}><Download /> CSV</button>}
      </div>
      {rows?.length === 0 && <p className="card-text quiet">Every row of every import was read.</p>}
      {shown.length > 0 && (
        <TableScroll name="Quarantine">
          <table className="figures folds folds-list health-quarantine">
            <caption className="hidden-text">Rows in quarantine</caption>
            <thead><tr><th scope="col">File, line</th><th scope="col">Row</th><th scope="col">Reason</th></tr></thead>
            <tbody>
              {shown.map((row) => (
                <tr key={`${row.batch} ${row.file} ${row.line} ${row.reason}`}>
                  <th scope="row"><bdi>{safeName(row.file)}</bdi>, line {row.line}</th>
                  <td data-name="Row" className="health-raw"><bdi {...tip(row.raw, 'row')}>{safeName(row.raw, LONGEST_ROW)}</bdi></td>
                  <td data-name="Reason" className="health-words">{row.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {hidden > 0 && (
        <p className="card-foot second faint">
          {all ? `${count(hidden)} more are in the CSV.` : <button className="button" type="button" onClick={() => setAll(true)}>Show {count(Math.min(hidden, MOST - FIRST))} more</button>}
        </p>
      )}
    </section>
  );
}
