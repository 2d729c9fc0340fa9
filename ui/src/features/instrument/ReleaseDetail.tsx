import { useQuery } from '@tanstack/react-query';
import { releases } from '../../shared/api/releases';
import type { Contribution, Indicator, Release } from '../../shared/api/schema';
import { deviation, expected, published, surprise } from '../../shared/format/figures';
import { MARKS, reasonWords } from '../../shared/format/labels';
import { NONE, plain, signed } from '../../shared/format/numbers';
import { day } from '../../shared/format/times';
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
  const answer = useQuery(releases(part.indicator, asOf));
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
      {answer.error && !answer.data && <ErrorPanel what="The earlier releases could not be loaded" error={answer.error} retry={() => void answer.refetch()} />}
      {before.length > 0 && <Earlier items={before} indicator={indicator} />}
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
              <th scope="row"><time dateTime={item.releasedAt} title={item.releasedAt}>{day(item.releasedAt, '')}</time></th>
              <td>{item.period ?? NONE}</td>
              <td className="number strong"><Caveats marks={item.marks} verdict={item.verdict} /> {published(item.actual, indicator)}</td>
              <td className="number">{expected(item.forecast, indicator, item.marks)}</td>
              <td className="number">{published(item.previous, indicator)}</td>
              <td className="number">{surprise(item.surprise, indicator)}</td>
              <td className="number">{deviation(item.sigma, indicator)}</td>
              <td className={`number strong ${(item.z ?? 0) < 0 ? 'bear' : 'bull'}`} title={reasonWords(item.reason)}>{item.z === null ? NONE : signed(item.z, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
