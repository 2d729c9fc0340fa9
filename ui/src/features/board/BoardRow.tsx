import { Link } from '@tanstack/react-router';
import type { BiasItem, FlipItem } from '../../shared/api/types';
import { reasonWords, THIN, thinWords } from '../../shared/format/labels';
import { NONE, score, wholePercent } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { ForAgainst, forAgainstWords } from '../../shared/ui/ForAgainst';
import { Health, isImpaired } from '../../shared/ui/Health';
import { LabelWord, toneOf } from '../../shared/ui/LabelWord';
import { ScoreBar } from '../../shared/ui/ScoreBar';
import { Sparkline } from '../../shared/ui/Sparkline';
import { tip } from '../../shared/ui/tip';
import { labelChanged, type Same } from './boardRows';
import { FlipCell } from './FlipCell';
import { RowReasons } from './RowReasons';

/** What a row shows besides its figures. */
export interface Marks {
  /** The previous scores of the rows that a live change has just moved. */
  before: ReadonlyMap<string, number | null> | undefined;
  turn: 'a' | 'b';
  /** Regions whose releases are late. */
  late: readonly string[];
  /** The rows with the same inputs as others. */
  same: ReadonlyMap<string, Same>;
  /** The scores at the closes of 90 days by instrument. */
  trails: ReadonlyMap<string, readonly (number | null)[]>;
  /** The next release that could change each label, and the time that it is seen from. */
  flips: ReadonlyMap<string, FlipItem>;
  asOf: string;
}

interface Props {
  item: BiasItem;
  open: (item: BiasItem) => void;
  marks: Marks;
  /** Whether the table has a column of data health. */
  data: boolean;
}

export function BoardRow({ item, open, marks, data }: Props) {
  const why = reasonWords(item.reason);
  const moved = marks.before?.has(item.instrument) ?? false;
  const same = marks.same.get(item.instrument);
  return (
    // A click anywhere opens the row. Keyboards and screen readers use the link in it.
    <tr className="instrument" data-changed={labelChanged(item) || undefined} data-news={moved ? marks.turn : undefined}
      data-same={same && 'place' in same ? same.place : undefined} onClick={() => open(item)}>
      <NameCell item={item} same={same} changed={labelChanged(item)} />
      <td className={`number score ${item.reason === THIN ? 'quiet' : toneOf(item.label)}`} {...tip(why, 'row')}>{score(item.score)}</td>
      <td className="col-bar"><ScoreBar item={item} before={marks.before?.get(item.instrument)} /></td>
      <td className="col-label"><Label item={item} why={why} was={item.change.labelDayBefore} /></td>
      <td className="number col-day" {...tip(item.change.day === null ? 'No score 24 hours ago' : undefined, 'row')}>{score(item.change.day)}</td>
      <td className="number col-week" {...tip(item.change.week === null ? 'No score 7 days ago' : undefined, 'row')}>{score(item.change.week)}</td>
      <td className="col-trail"><Sparkline scores={marks.trails.get(item.instrument) ?? []} now={item.score} label={item.label} /></td>
      <td className="col-sides" data-strong={item.label?.startsWith('strongly') || undefined} {...tip(forAgainstWords(item), 'row')}><ForAgainst item={item} /></td>
      <td className="number col-agreement">{item.agreement === null ? <span className="faint" {...tip(why, 'row')}>{NONE}</span> : wholePercent(item.agreement)}</td>
      {data && <td className="number col-data"><Health item={item} /></td>}
      <td className="col-why"><RowReasons item={item} why={why} late={marks.late} /></td>
      <td className="col-flip"><FlipCell item={marks.flips.get(item.instrument)} asOf={marks.asOf} /></td>
    </tr>
  );
}

function NameCell({ item, same, changed }: { item: BiasItem; same: Same | undefined; changed: boolean }) {
  const bracket = same && 'place' in same ? same : undefined;
  return (
    <th scope="row" className="col-name">
      <span className="name-cell">
        <Link to="/instruments/$id" params={{ id: item.instrument }} data-row data-instrument={item.instrument} onClick={(event) => event.stopPropagation()}>{item.instrument}</Link>
        {same && 'as' in same && <span className="same-as faint" {...tip(`The same inputs as ${same.as}: one opinion, not two.`, 'row')}>= {same.as}</span>}
        {bracket && <span className="same-words faint">same inputs</span>}
        {isImpaired(item) && <span className="name-data faint" aria-hidden="true">data {wholePercent(item.health)}</span>}
        {item.assetClass !== 'fx' && item.name !== item.instrument && <span className="full-name faint" {...tip(item.name, 'row')}>{safeName(item.name)}</span>}
      </span>
      {bracket?.place === 'first' && <span className="bracket-words" aria-hidden="true" style={{ height: `calc(${bracket.rows} * var(--row))` }}>same inputs</span>}
      {changed && <span className="hidden-text">label changed in the last 24 hours</span>}
    </th>
  );
}

function Label({ item, why, was }: { item: BiasItem; why: string; was: BiasItem['label'] }) {
  if (item.label !== null) return <LabelWord label={item.label} was={was} />;
  return <span className="no-label quiet" {...tip(why, 'row')}>{item.reason === THIN ? thinWords(item) : reasonWords(item.reason, 'short')}</span>;
}
