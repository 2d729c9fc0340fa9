import { Link } from '@tanstack/react-router';
import type { Contribution, Indicator } from '../../shared/api/types';
import { deviation, expected, published, surprise } from '../../shared/format/figures';
import { plain, sigmas, signed, signTone } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { age, day } from '../../shared/format/times';
import { Caveats } from '../../shared/ui/Caveats';
import { Clipped } from '../../shared/ui/Clipped';
import { Arrow } from '../../shared/ui/icons';
import { Importance } from '../../shared/ui/Importance';
import { tip } from '../../shared/ui/tip';
import { useOpenedRow } from '../../shared/ui/useOpenedRow';
import { ReleaseDetail } from './ReleaseDetail';

interface Props {
  part: Contribution;
  asOf: string;
  widest: number;
  indicator: Indicator | undefined;
  opened: boolean;
  open: (release: string | undefined) => void;
}

const HALF = 24;

export function ContributionRow({ part, asOf, widest, indicator, opened, open }: Props) {
  const { row, onKeyDown } = useOpenedRow(opened, () => open(undefined));
  const length = (Math.abs(part.contribution) / widest) * HALF;
  return (
    <>
      <tr ref={row} className="contribution" data-opened={opened || undefined} onKeyDown={onKeyDown}>
        <th scope="row">
          <span className="release-cell">
            <span className="region">{part.region}</span>
            <button className="release-button" type="button" data-row data-tip={part.name} aria-expanded={opened} onClick={() => open(opened ? undefined : part.releaseId)}>
              <bdi>{safeName(part.name)}</bdi>
            </button>
            {indicator && <Importance of={indicator.importance} />}
            <Link className="indicator-link" to="/indicators/$indicator" params={{ indicator: part.indicator }} tabIndex={-1} aria-label={`All releases of ${part.name}`} data-tip={`All releases of ${part.name}`}><Arrow size={14} /></Link>
          </span>
        </th>
        <td className="quiet cell-category">{part.category}</td>
        <td className="number cell-released"><time dateTime={part.releasedAt} {...tip(part.releasedAt, 'row')}>{day(part.releasedAt, asOf)}</time> <span className="faint second">{age(part.releasedAt, asOf)}</span></td>
        <td className="number strong cell-actual"><Caveats marks={part.marks} /> {published(part.actual, indicator)}</td>
        <td className="number cell-forecast" {...tip(`forecast: ${part.forecastKind ?? 'none'}`, 'row')}>{expected(part.forecast, indicator, part.marks)}</td>
        <td className="number cell-surprise">{surprise(part.surprise, indicator)}</td>
        <td className="number cell-sigma">{deviation(part.sigma, indicator)} <span className="faint second">({part.sigmaObservations})</span></td>
        <td className={`number strong cell-z ${signTone(part.z, 2)}`}>
          <Clipped marks={part.marks} /> <span className="in-column">{signed(part.z, 2)}</span><span className="in-line">{sigmas(part.z)}</span>
        </td>
        <td className="number cell-decay">{plain(part.decay, 2)}</td>
        <td className="number cell-weight">{signed(part.weight, 3)}</td>
        <td className={`number strong cell-contribution ${signTone(part.contribution, 2)}`}>{signed(part.contribution, 2)}</td>
        <td className="part-bar">
          <svg width={HALF * 2} height="12" aria-hidden="true">
            <rect className={`part-${signTone(part.contribution, 2)}`} x={part.contribution < 0 ? HALF - length : HALF} y="2" width={length} height="8" />
            <rect className="part-axis" x={HALF - 0.5} width="1" height="12" />
          </svg>
        </td>
      </tr>
      {opened && <tr className="detail" onKeyDown={onKeyDown}><td colSpan={12}><ReleaseDetail part={part} asOf={asOf} indicator={indicator} /></td></tr>}
    </>
  );
}
