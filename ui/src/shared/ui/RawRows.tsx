import { TableScroll } from './TableScroll';
import type { Indicator, RawRow } from '../api/types';
import { published } from '../format/figures';
import { NONE } from '../format/numbers';
import { safeName } from '../format/text';
import { Instant } from './Instant';

/** The rows of files that the release comes from, as they were written there. */
export function RawRows({ rows, indicator, asOf }: { rows: readonly RawRow[]; indicator: Indicator | undefined; asOf: string }) {
  return (
    <TableScroll name="Raw release">
      <table className="figures earlier raw folds folds-list">
        <caption>Raw release: {rows.length === 1 ? 'the row it comes from' : `the ${rows.length} rows it comes from, the one that stands first`}</caption>
        <thead>
          <tr>
            <th scope="col">Source</th><th scope="col">File, line</th><th scope="col">Title in the file</th><th scope="col">Published</th>
            <th scope="col" className="number">Actual</th><th scope="col" className="number">Forecast</th><th scope="col" className="number">Previous</th><th scope="col">Imported</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.source} ${row.batch} ${row.file} ${row.line}`}>
              <th scope="row">{row.source}{row.stands && rows.length > 1 && <span className="badge">stands</span>}</th>
              <td data-name="File, line">{row.file === null ? NONE : <span><code>{row.file}</code>, line {row.line}</span>}</td>
              <td data-name="Title"><bdi>{safeName(row.title)}</bdi></td>
              <td data-name="Published"><span><Instant time={row.instant} reference={asOf} seconds /> {row.dateOnly && <span className="badge">date only</span>}{row.shifted && <span className="badge">hour shifted</span>}</span></td>
              <td className="number strong" data-name="Actual">{published(row.actual, indicator)}</td>
              <td className="number" data-name="Forecast">{row.forecasts.length === 0 ? NONE : row.forecasts.map(({ kind, value }) => `${published(value, indicator)} ${kind}`).join(', ')}</td>
              <td className="number" data-name="Previous">{published(row.previous, indicator)}</td>
              <td data-name="Imported"><span>batch {row.batch}, <Instant time={row.recordedAt} reference={asOf} /></span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
