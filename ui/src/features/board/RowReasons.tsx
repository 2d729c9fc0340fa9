import { Link } from '@tanstack/react-router';
import type { BiasItem } from '../../shared/api/types';
import { NONE, sigmas, signTone, signed } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { ageOfDays } from '../../shared/format/times';
import { Clock } from '../../shared/ui/icons';
import { rowReasons, type RowReason } from './boardRows';
import { withRegion } from './headline';

/** A reason older than this is shown fainter. */
const OLD_DAYS = 14;

interface Props {
  item: BiasItem;
  why: string;
  /** Regions whose releases are late. */
  late: readonly string[];
}

/** The largest reason for and the largest against, one line each; a wide screen has room for a third. Each leads to its release. */
export function RowReasons({ item, why, late }: Props) {
  const reasons = rowReasons(item);
  const isLate = late.length > 0 && item.freshness !== null && item.freshness < 1;
  return (
    <div className="reasons">
      {isLate && <span className="badge late" data-tone="warning"><Clock size={12} /> {late.length === 1 ? `${late[0]} late` : 'late'}</span>}
      <div className="reason-lines" data-neutral={item.label === 'neutral' || undefined}>
        {reasons.map((reason) => <ReasonLine key={reason.driver.releaseId} instrument={item.instrument} reason={reason} />)}
        {reasons.length > 0 && !reasons.some(({ place }) => place === 'against') && <span className="reason faint">{NONE} nothing against</span>}
      </div>
      {reasons.length === 0 && <span className="faint second">{why}</span>}
    </div>
  );
}

function ReasonLine({ instrument, reason: { word, place, driver } }: { instrument: string; reason: RowReason }) {
  const name = withRegion(driver.region, safeName(driver.shortName));
  const full = `${withRegion(driver.region, safeName(driver.name))}, ${sigmas(driver.z)}, released ${driver.releasedAt}. Opens the release.`;
  return (
    <Link className="reason" data-place={place} to="/instruments/$id" params={{ id: instrument }} search={{ release: driver.releaseId } as never} tabIndex={-1} data-tip={full}
      data-old={driver.ageDays > OLD_DAYS || undefined} onClick={(event) => event.stopPropagation()}>
      {word !== '' && <span className="reason-word">{word}</span>}
      <span className={`reason-part ${signTone(driver.contribution, 2)}`}>{signed(driver.contribution, 2)}</span>
      <bdi className="reason-name reason-short">{name}</bdi>
      <bdi className="reason-name reason-full">{withRegion(driver.region, safeName(driver.name))}</bdi>
      <span className="reason-z">{sigmas(driver.z)}</span>
      <span className="reason-age">{ageOfDays(driver.ageDays)}</span>
    </Link>
  );
}
