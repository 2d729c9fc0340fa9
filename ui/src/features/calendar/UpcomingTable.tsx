import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Known } from '../../shared/api/client';
import type { BiasSummary } from '../../shared/api/types';
import { expected, published } from '../../shared/format/figures';
import { flipWords } from '../../shared/format/flips';
import { LABEL_WORDS } from '../../shared/format/labels';
import { NONE } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { clock, fullDay, sameDay, soon } from '../../shared/format/times';
import { Caveats } from '../../shared/ui/Caveats';
import { FlipFigure } from '../../shared/ui/FlipFigure';
import { Arrow } from '../../shared/ui/icons';
import { Importance } from '../../shared/ui/Importance';
import { toneOf } from '../../shared/ui/LabelWord';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { useOpenedRow } from '../../shared/ui/useOpenedRow';
import { byDay, type RowFlip, type UpcomingRow } from './calendarRows';
import { WhatIf } from './WhatIf';

interface Props {
  rows: readonly UpcomingRow[];
  run: BiasSummary;
  known: Known;
  /** Whether the flips are known. */
  settled: boolean;
}

/** The release of the address, and how to open another one or none. */
function useOpened() {
  const { what, at } = useSearch({ strict: false }) as { what?: string; at?: string };
  const navigate = useNavigate();
  const open = (next: { what: string; at: string } | null) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (old: Record<string, unknown>) => ({ ...old, what: next?.what, at: next?.at, set: undefined, instrument: undefined }) as never });
  return { what, at, open };
}

/** The releases that are to come, by day. A row opens what each size of its surprise would do. */
export function UpcomingTable({ rows, run, known, settled }: Props) {
  const { what, at, open } = useOpened();
  const isOpened = ({ item }: UpcomingRow) => item.indicator === what && item.releasedAt === at;
  // A link may lead to a release that the filters hide, or that lies further ahead.
  const apart = what !== undefined && at !== undefined && !rows.some(isOpened);
  return (
    <>
      {apart && <section className="card what-apart" aria-label="What if"><WhatIf key={what + at} what={what} at={at} run={run} known={known} flips={undefined} unknown={false} close={() => open(null)} /></section>}
      <section className="card" aria-label="Upcoming releases">
        {rows.length === 0 ? <p className="panel-state">No release of these filters is known for the next 7 days.</p> : (
          <TableScroll name="Upcoming releases by day">
            <table className="figures calendar">
              <caption className="hidden-text">Releases of the next seven days, with the labels that they could change</caption>
              <thead>
                <tr>
                  <th scope="col">Time</th><th scope="col">Release</th><th scope="col" className="calendar-importance"><span className="hidden-text">Importance</span></th><th scope="col" className="number">Forecast</th>
                  <th scope="col" className="number calendar-previous">Previous</th><th scope="col" className="calendar-flips">What would flip a label</th>
                </tr>
              </thead>
              {byDay(rows).map(({ first, rows: day }) => (
                <tbody key={first}>
                  <tr className="calendar-day"><th scope="rowgroup" colSpan={6}><strong>{fullDay(first)}</strong>{sameDay(first, run.asOf) && ', today'}</th></tr>
                  {day.map((row) => (
                    <Row key={row.item.indicator + row.item.releasedAt} row={row} run={run} known={known} settled={settled} opened={isOpened(row)}
                      toggle={() => open(isOpened(row) ? null : { what: row.item.indicator, at: row.item.releasedAt })} />
                  ))}
                </tbody>
              ))}
            </table>
          </TableScroll>
        )}
      </section>
    </>
  );
}

interface RowProps extends Omit<Props, 'rows'> {
  row: UpcomingRow;
  opened: boolean;
  toggle: () => void;
}

const SHOWN = 2;

function Row({ row: { item, flips, pastSurprises }, run, known, settled, opened, toggle }: RowProps) {
  const { row, onKeyDown } = useOpenedRow(opened, toggle);
  const guess = item.state === 'expected';
  return (
    <>
      <tr ref={row} onKeyDown={onKeyDown} data-opened={opened || undefined}>
        <td>{guess ? <span className="faint" {...tip('No source has announced the date.', 'row')}>about</span> : <time className="strong" dateTime={item.releasedAt} {...tip(item.releasedAt, 'row')}>{clock(item.releasedAt)}</time>}{!guess && sameDay(item.releasedAt, run.asOf) && <span className="second"> {soon(item.releasedAt, run.asOf)}</span>}</td>
        <th scope="row" className="calendar-name"><span className="region">{item.region}</span> <button className="release-button" type="button" data-row aria-expanded={opened} onClick={toggle}>{safeName(item.name)}</button></th>
        <td className="calendar-importance"><Importance of={item.importance} /></td>
        <td className="number"><Caveats marks={item.marks.filter((mark) => mark !== 'expected')} /> {item.forecast === null ? <span className="faint" {...tip('No forecast was known yet.', 'row')}>{NONE}</span> : <b>{expected(item.forecast, item, item.marks)}</b>}</td>
        <td className="number quiet calendar-previous">{published(item.previous, item)}</td>
        <td className="calendar-flips">{settled ? <Flips flips={flips} item={item} pastSurprises={pastSurprises} /> : <span className="faint">not known</span>}</td>
      </tr>
      {opened && <tr className="detail"><td colSpan={6}><div className="what-place"><WhatIf what={item.indicator} at={item.releasedAt} run={run} known={known} flips={{ all: flips, pastSurprises }} unknown={item.forecast === null} close={toggle} /></div></td></tr>}
    </>
  );
}

function Flips({ flips, item, pastSurprises }: Pick<UpcomingRow, 'flips' | 'item' | 'pastSurprises'>) {
  if (flips.length === 0) return <span className="faint">nothing flips within 4σ</span>;
  return (
    <span className="calendar-list">
      {flips.slice(0, SHOWN).map((flip) => <OneFlip key={flip.instrument + flip.flip.label} flip={flip} item={item} pastSurprises={pastSurprises} />)}
      {flips.length > SHOWN && <span className="faint">& {flips.length - SHOWN} more</span>}
    </span>
  );
}

function OneFlip({ flip: { instrument, flip }, item, pastSurprises }: { flip: RowFlip } & Pick<UpcomingRow, 'item' | 'pastSurprises'>) {
  const words = flipWords(flip, item, pastSurprises);
  return (
    <span className="calendar-flip">
      {instrument} <FlipFigure words={words} /> <Arrow size={10} /> <span className={toneOf(flip.label)}>{LABEL_WORDS[flip.label].toLowerCase()}</span>
      {words.surprise !== null && <span className="quiet"> {words.surprise}</span>}{words.chance !== null && <span className="faint" {...tip('How often a surprise was beyond it, by the past surprises of the indicator (their number)', 'row')}> {words.chance}</span>}
    </span>
  );
}
