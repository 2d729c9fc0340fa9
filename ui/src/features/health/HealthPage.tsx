import { useQuery } from '@tanstack/react-query';
import { calendarAround, summary } from '../../shared/api/board';
import { batches, completeness, conflicts, jobRuns, jobs, quarantine, sources, suspects } from '../../shared/api/health';
import { indicators } from '../../shared/api/indicators';
import type { BiasSummary } from '../../shared/api/types';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import '../../shared/ui/figures.css';
import { Panel } from '../../shared/ui/Panel';
import { useAsOf } from '../time/asOf';
import { ConflictsCard } from './ConflictsCard';
import './health.css';
import { OutstandingCard } from './OutstandingCard';
import { QuarantineCard } from './QuarantineCard';
import { RecordsCard } from './RecordsCard';
import { RegionsCard } from './RegionsCard';
import { SuspectsCard } from './SuspectsCard';
import { TrustHead } from './TrustHead';
import { UnmappedCard } from './UnmappedCard';

/** Whether the numbers can be trusted, and everything that speaks against it: what is late, unread, contradictory or failed. */
export default function HealthPage() {
  const { known } = useAsOf();
  const answer = useQuery(summary(known));
  const parts = useParts();
  const shown = answer.data !== undefined && parts.all.every(({ isPending }) => !isPending);
  return (
    <main key={shown ? 'page' : 'frame'} className="page" id="main" tabIndex={-1}>{/* the page takes the place of its frame: nothing moves as its parts arrive */}
      <h1 className="health-title">Can I trust today’s numbers?</h1>
      {answer.error && !answer.data && <ErrorPanel what="The data health could not be loaded" error={answer.error} retry={() => void answer.refetch()} />}
      {answer.data && shown ? <Loaded answer={answer.data} parts={parts} /> : !answer.error && <p className="quiet" role="status">Loading the data health</p>}
    </main>
  );
}

/** What the page is made of. The jobs and sources are here too, so that their table is there when it is chosen. */
function useParts() {
  const { known } = useAsOf();
  const calendar = useQuery(calendarAround(known));
  const open = useQuery(completeness(known));
  const catalogue = useQuery(indicators(known));
  const list = useQuery(batches);
  const unread = useQuery(quarantine);
  const contradictory = useQuery(conflicts(known));
  const doubtful = useQuery(suspects(known));
  const places = useQuery(sources);
  const work = useQuery(jobs);
  const runs = useQuery(jobRuns);
  return { calendar, open, catalogue, list, unread, contradictory, doubtful, all: [calendar, open, catalogue, list, unread, contradictory, doubtful, places, work, runs] };
}

function Loaded({ answer, parts }: { answer: BiasSummary; parts: ReturnType<typeof useParts> }) {
  const { past } = useAsOf();
  const { calendar, open, catalogue, list, unread, contradictory, doubtful } = parts;
  const failed = parts.all.find(({ error, data }) => error !== null && data === undefined);
  return (
    <>
      {failed && <ErrorPanel what="Part of the data health could not be loaded" error={failed.error} retry={() => void failed.refetch()} />}
      <Panel name="The summary"><TrustHead answer={answer} calendar={calendar.data} batches={list.data?.items} quarantined={unread.data?.items.length} /></Panel>
      {open.data && open.data.items.length > 0 && <Panel name="The outstanding releases"><OutstandingCard answer={open.data} /></Panel>}
      <div className="health-row">
        <Panel name="The regions"><RegionsCard calendar={calendar.data} indicators={catalogue.data?.items} asOf={answer.asOf} /></Panel>
        <div className="health-column">
          <Panel name="The quarantine"><QuarantineCard rows={unread.data?.items} /></Panel>
          <Panel name="The unmapped titles"><UnmappedCard batches={list.data?.items} /></Panel>
        </div>
      </div>
      {contradictory.data && contradictory.data.items.length > 0 && <Panel name="The conflicts"><ConflictsCard answer={contradictory.data} asOf={answer.asOf} /></Panel>}
      {doubtful.data && doubtful.data.items.length > 0 && <Panel name="The releases to be judged"><SuspectsCard answer={doubtful.data} asOf={answer.asOf} /></Panel>}
      <Panel name="The records"><RecordsCard batches={list.data?.items} asOf={answer.asOf} /></Panel>
      {past && <p className="second faint no-print">Releases, conflicts and what is to be judged are as known then. Quarantine, imports, job runs and sources are as they are now.</p>}
    </>
  );
}
