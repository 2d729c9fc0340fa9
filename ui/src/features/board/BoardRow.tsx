import { Link } from '@tanstack/react-router';
import type { BiasItem, Driver } from '../../shared/api/schema';
import { reasonWords } from '../../shared/format/labels';
import { NONE, score, sigmas, signed, wholePercent } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { Confidence } from '../../shared/ui/Confidence';
import { Clock } from '../../shared/ui/icons';
import { LabelWord, toneOf } from '../../shared/ui/LabelWord';
import { ScoreBar } from '../../shared/ui/ScoreBar';
import { labelBefore, labelChanged } from './boardRows';
import { withRegion } from './headline';

/** What a row shows besides its figures. */
export interface Marks {
  /** The previous scores of the rows that a live change has just moved. */
  before: ReadonlyMap<string, number | null> | undefined;
  turn: 'a' | 'b';
  /** Regions whose releases are late. */
  late: readonly string[];
}

export function BoardRow({ item, open, marks }: { item: BiasItem; open: (item: BiasItem) => void; marks: Marks }) {
  const why = reasonWords(item.reason);
  const moved = marks.before?.has(item.instrument) ?? false;
  const late = marks.late.length > 0 && item.freshness !== null && item.freshness < 1;
  return (
    // A click anywhere opens the row. Keyboards and screen readers use the link in it.
    <tr className="instrument" data-changed={labelChanged(item) || undefined} data-news={moved ? marks.turn : undefined} onClick={() => open(item)}>
      <th scope="row" className="col-name">
        <span className="name-cell">
          <Link to="/instruments/$id" params={{ id: item.instrument }} data-row onClick={(event) => event.stopPropagation()}>{item.instrument}</Link>
          {item.assetClass !== 'fx' && item.name !== item.instrument && <span className="full-name faint" title={item.name}>{safeName(item.name)}</span>}
        </span>
        {labelChanged(item) && <span className="hidden-text">label changed in the last 24 hours</span>}
      </th>
      <td className={`number score ${toneOf(item.label)}`} title={why}>{score(item.score)}</td>
      <td className="col-bar"><ScoreBar score={item.score} label={item.label} confidence={item.confidence} before={marks.before?.get(item.instrument)} /></td>
      <td className="col-label">
        {item.label === null ? <span className="faint" title={why}>{reasonWords(item.reason, 'short')}</span> : <LabelWord label={item.label} was={labelBefore(item)} />}
      </td>
      <td className="number col-day" title={item.change.day === null ? 'No score 24 hours ago' : undefined}>{score(item.change.day)}</td>
      <td className="number col-week" title={item.change.week === null ? 'No score 7 days ago' : undefined}>{score(item.change.week)}</td>
      <td className="number col-confidence"><Confidence item={item} /></td>
      <td className="number col-agreement">{item.agreement === null ? <span className="faint" title={why}>{NONE}</span> : wholePercent(item.agreement)}</td>
      <td className="col-why">
        <span className="drivers">
          {late && <span className="badge late" data-tone="warning"><Clock size={12} /> {marks.late.length === 1 ? `${marks.late[0]} late` : 'late'}</span>}
          {item.drivers.map((driver) => <DriverChip key={driver.indicator} driver={driver} />)}
        </span>
        {item.drivers.length === 0 && <span className="faint second">{why}</span>}
      </td>
    </tr>
  );
}

function DriverChip({ driver }: { driver: Driver }) {
  const name = withRegion(driver.region, safeName(driver.shortName));
  return (
    <span className="driver second" title={`${driver.region} ${safeName(driver.name)} ${sigmas(driver.z)}, ${driver.releasedAt}`}>
      <span className={`strong ${driver.contribution < 0 ? 'bear' : 'bull'}`}>{signed(driver.contribution, 2)}</span>{' '}
      <bdi className="quiet">{name}</bdi>
    </span>
  );
}
