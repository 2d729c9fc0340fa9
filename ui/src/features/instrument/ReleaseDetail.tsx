import { useQuery } from '@tanstack/react-query';
import { rawRelease, releases } from '../../shared/api/releases';
import type { Contribution, Indicator, RawRow, Release } from '../../shared/api/types';
import { deviation, expected, published, surprise } from '../../shared/format/figures';
import { MARKS, reasonWords } from '../../shared/format/labels';
import { NONE, plain, signed } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { day } from '../../shared/format/times';
import { useAsOf } from '../time/asOf';
import { tip } from '../../shared/ui/tip';
import { Caveats } from '../../shared/ui/Caveats';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Instant } from '../../shared/ui/Instant';

const SHOWN = 12;

interface Props {
  part: Contribution;
  asOf: string;
  indicator: Indicator | undefined;
}

/** The details of one release: its contribution step by step, its marks, and the surprises before it. */
export function ReleaseDetail({ part, asOf, indicator }: Props) {
  const { known: { recordedAt } } = useAsOf();
  const answer = useQuery(releases(part.indicator, { asOf, recordedAt }));
  const raw = useQuery(rawRelease(part.releaseId, { asOf, recordedAt }));
  const before = (answer.data?.items ?? []).filter(({ releasedAt }) => releasedAt <= asOf).slice(-SHOWN).reverse();
  return (
    <div className="release-detail">
      <div>
        <p><code>{part.releaseId}</code> · <Instant time={part.releasedAt} reference={asOf} seconds /> · forecast: {part.forecastKind ?? 'none'}</p>
        <p>contribution {signed(part.contribution, 3)} = weight {signed(part.weight, 3)} × z {signed(part.z, 2)} × decay {plain(part.decay, 2)}</p>
        <ul className="marks">
          {part.marks.map((mark) => <li key={mark}><span className="badge">{MARKS[mark]?.word ?? mark}</span> {MARKS[mark]?.sentence}</li>)}
        </ul>
      </div>
      {raw.error && !raw.data && <ErrorPanel what="The rows behind this release could not be loaded" error={raw.error} retry={() => void raw.refetch()} />}
      {raw.data && <RawRows rows={raw.data.rows} indicator={indicator} asOf={asOf} />}
      {answer.error && !answer.data && <ErrorPanel what="The earlier releases could not be loaded" error={answer.error} retry={() => void answer.refetch()} />}
      {before.length > 0 && <Earlier items={before} indicator={indicator} />}
    </div>
  );
}

/** The rows of files that the release comes from, as they were written there. */
function RawRows({ rows, indicator, asOf }: { rows: readonly RawRow[]; indicator: Indicator | undefined; asOf: string }) {
  return (
    <div className="table-scroll" role="region" aria-label="Raw release" tabIndex={0}>{/* eslint-disable-line jsx-a11y/no-noninteractive-tabindex */}
      <table className="figures earlier raw">
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
              <td>{row.file === null ? NONE : <><code>{row.file}</code>, line {row.line}</>}</td>
              <td><bdi>{safeName(row.title)}</bdi></td>
              <td><Instant time={row.instant} reference={asOf} seconds /> {row.dateOnly && <span className="badge">date only</span>}{row.shifted && <span className="badge">hour shifted</span>}</td>
              <td className="number strong">{published(row.actual, indicator)}</td>
              <td className="number">{row.forecasts.length === 0 ? NONE : row.forecasts.map(({ kind, value }) => `${published(value, indicator)} ${kind}`).join(', ')}</td>
              <td className="number">{published(row.previous, indicator)}</td>
              <td>batch {row.batch}, <Instant time={row.recordedAt} reference={asOf} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Earlier({ items, indicator }: { items: Release[]; indicator: Indicator | undefined }) {
  return (
    <div className="table-scroll" role="region" aria-label="Earlier releases" tabIndex={0}>{/* eslint-disable-line jsx-a11y/no-noninteractive-tabindex */}
      <table className="figures earlier">
        <caption>The last {items.length} releases known at this time</caption>
        <thead>
          <tr>
            <th scope="col">Released</th><th scope="col">Period</th><th scope="col" className="number">Actual</th><th scope="col" className="number">Forecast</th>
            <th scope="col" className="number">Previous</th><th scope="col" className="number">Surprise</th><th scope="col" className="number">σ</th><th scope="col" className="number">z</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.releaseId}>
              <th scope="row"><time dateTime={item.releasedAt} {...tip(item.releasedAt, 'row')}>{day(item.releasedAt, '')}</time></th>
              <td>{item.period ?? NONE}</td>
              <td className="number strong"><Caveats marks={item.marks} verdict={item.verdict} /> {published(item.actual, indicator)}</td>
              <td className="number">{expected(item.forecast, indicator, item.marks)}</td>
              <td className="number">{published(item.previous, indicator)}</td>
              <td className="number">{surprise(item.surprise, indicator)}</td>
              <td className="number">{deviation(item.sigma, indicator)}</td>
              <td className={`number strong ${(item.z ?? 0) < 0 ? 'bear' : 'bull'}`} {...tip(reasonWords(item.reason), 'row')}>{item.z === null ? NONE : signed(item.z, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
