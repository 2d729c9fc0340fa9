import { useQuery } from '@tanstack/react-query';
import { board } from '../../shared/api/board';
import { flips } from '../../shared/api/flips';
import type { BiasSummary, Calendar, FlipAnswer } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { REGIONS } from '../../shared/format/regions';
import { zone } from '../../shared/format/times';
import { Choice } from '../../shared/ui/Choice';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { ExportButton } from '../../shared/ui/ExportButton';
import '../../shared/ui/figures.css';
import { Panel } from '../../shared/ui/Panel';
import { useAddress } from '../../shared/ui/useAddress';
import { useAsOf } from '../time/asOf';
import { headline, IMPORTANCES, pastRows, readImportance, readView, UPCOMING_HEADER, upcomingCsv, upcomingRows, VIEWS, type View } from './calendarRows';
import './calendar.css';
import { PastTable } from './PastTable';
import { UpcomingTable } from './UpcomingTable';

/** What is coming, what is expected, and what it would do to the labels. */
export default function CalendarPage() {
  const { known } = useAsOf();
  const answer = useQuery(board(known));
  return (
    <main key={answer.data ? 'page' : 'frame'} className="page" id="main" tabIndex={-1}>
      {answer.error && !answer.data && (
        <>
          <h1 className="page-title">Calendar</h1>
          <ErrorPanel what="The calendar could not be loaded" error={answer.error} retry={() => void answer.refetch()} />
        </>
      )}
      {answer.data && <WithFlips run={answer.data.summary} calendar={answer.data.calendar} />}
      {!answer.data && !answer.error && <h1 className="page-title">Calendar</h1>}
    </main>
  );
}

/** The page comes with the flips: releases that only they show would move the others. */
function WithFlips({ run, calendar }: { run: BiasSummary; calendar: Calendar }) {
  const { known } = useAsOf();
  const map = useQuery(flips(known, run, '7d'));
  if (map.isPending) return <><h1 className="page-title">Calendar</h1><p className="quiet" role="status">Loading the calendar</p></>;
  return (
    <>
      {map.error && !map.data && <ErrorPanel what="What would flip a label could not be computed" error={map.error} retry={() => void map.refetch()} />}
      <Loaded run={run} calendar={calendar} map={map.data} />
    </>
  );
}

function Loaded({ run, calendar, map }: { run: BiasSummary; calendar: Calendar; map: FlipAnswer | undefined }) {
  const { known } = useAsOf();
  const [typedView, setView] = useAddress('view');
  const [typedImportance, setImportance] = useAddress('importance');
  const [typedRegion, setRegion] = useAddress('region');
  const view = readView(typedView);
  const filter = { importance: readImportance(typedImportance), region: REGIONS.find(({ code }) => code === typedRegion)?.code };
  const rows = upcomingRows(calendar.items, map?.releases ?? [], run.asOf, filter);
  const text = headline(rows, run.asOf);
  return (
    <>
      <div className="page-head">
        <h1 className="page-title">{text?.title ?? 'No announced release in 7 days'}</h1>
        {/* Better no sentence than one from half of the data. */}
        {text && map && <p className="quiet">{text.sentence}</p>}
        <span className="toolbar-gap" /><p className="second faint">times in {zone(run.asOf)}</p>
      </div>
      <div className="toolbar no-print">
        <div className="segments" role="group" aria-label="Releases">
          {(Object.keys(VIEWS) as View[]).map((value) => <button key={value} className="button" type="button" data-filter aria-pressed={value === view} onClick={() => setView(value === 'upcoming' ? undefined : value)}>{VIEWS[value]}</button>)}
        </div>
        <Choice name="Importance" value={filter.importance} options={(['flip', 'all', '2', '3'] as const).map((value) => ({ value, label: IMPORTANCES[value] }))} choose={(value) => setImportance(value === 'flip' ? undefined : value)} />
        <Choice name="Region" value={filter.region ?? 'all'} options={[{ value: 'all', label: 'all' }, ...REGIONS.map(({ code, name }) => ({ value: code, label: name }))]} choose={(value) => setRegion(value === 'all' ? undefined : value)} />
        <span className="toolbar-gap" />
        <ExportButton name="the upcoming releases" file="calendar" keys asOf={run.asOf} text={() => csv(UPCOMING_HEADER, rows.flatMap(upcomingCsv))} />
      </div>
      {view !== 'past' && <Panel name="The upcoming releases"><UpcomingTable rows={rows} run={run} known={known} settled={map !== undefined} /></Panel>}
      {view !== 'upcoming' && <Panel name="The past releases"><PastTable items={pastRows(calendar.items, run.asOf, filter)} asOf={run.asOf} /></Panel>}
    </>
  );
}
