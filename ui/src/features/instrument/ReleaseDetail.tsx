import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { rawRelease, releases } from '../../shared/api/releases';
import type { Contribution, Indicator, Release } from '../../shared/api/types';
import { deviation, expected, published, surprise } from '../../shared/format/figures';
import { reasonWords } from '../../shared/format/labels';
import { NONE, plain, signTone, signed } from '../../shared/format/numbers';
import { day, periodName } from '../../shared/format/times';
import { useAsOf } from '../time/asOf';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { Caveats } from '../../shared/ui/Caveats';
import { Clipped } from '../../shared/ui/Clipped';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Arrow } from '../../shared/ui/icons';
import { Instant } from '../../shared/ui/Instant';
import { MarkList } from '../../shared/ui/MarkList';
import { RawRows } from '../../shared/ui/RawRows';

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
        <p>contribution {signed(part.contribution, 2)} = weight {signed(part.weight, 3)} × z {signed(part.z, 2)} × decay {plain(part.decay, 2)}</p>
        <MarkList marks={part.marks} />
      </div>
      {raw.error && !raw.data && <ErrorPanel what="The rows behind this release could not be loaded" error={raw.error} retry={() => void raw.refetch()} />}
      {raw.data && <RawRows rows={raw.data.rows} indicator={indicator} asOf={asOf} />}
      {answer.error && !answer.data && <ErrorPanel what="The earlier releases could not be loaded" error={answer.error} retry={() => void answer.refetch()} />}
      {before.length > 0 && <Earlier items={before} indicator={indicator} />}
      <p><Link className="button" to="/indicators/$indicator" params={{ indicator: part.indicator }}>All releases of this indicator <Arrow /></Link></p>
    </div>
  );
}

function Earlier({ items, indicator }: { items: Release[]; indicator: Indicator | undefined }) {
  return (
    <TableScroll name="Earlier releases">
      <table className="figures earlier folds folds-break">
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
              <td className="fold-next fold-last" data-name="period">{item.period ? periodName(item.period, indicator?.frequency) : NONE}</td>
              <td className="number strong fold-first"><Caveats marks={item.marks} verdict={item.verdict} /> {published(item.actual, indicator)}</td>
              <td className="number fold-first cell-forecast">{expected(item.forecast, indicator, item.marks)}</td>
              <td className="number fold-next fold-last" data-name="previous">{published(item.previous, indicator)}</td>
              <td className="number fold-next" data-name="surprise">{surprise(item.surprise, indicator)}</td>
              <td className="number fold-next" data-name="σ">{deviation(item.sigma, indicator)}</td>
              <td className={`number strong fold-end ${item.z === null ? '' : signTone(item.z, 2)}`} {...tip(reasonWords(item.reason), 'row')}><Clipped marks={item.marks} /> {item.z === null ? NONE : signed(item.z, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
