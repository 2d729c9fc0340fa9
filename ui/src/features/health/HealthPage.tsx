import { useQuery } from '@tanstack/react-query';
import { calendarAround } from '../../shared/api/calendar';
import { batches, completeness, conflicts, quarantine } from '../../shared/api/health';
import { indicators } from '../../shared/api/indicators';
import { summary } from '../../shared/api/summary';
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
import { TrustHead } from './TrustHead';
import { UnmappedCard } from './UnmappedCard';

/** Whether the numbers can be trusted, and everything that speaks against it: what is late, unread, contradictory or failed. */
export default function HealthPage() {
  const { known } = useAsOf();
  const { data, error, refetch } = useQuery(summary(known));
  return (
    <main className="page" id="main" tabIndex={-1}>
      <h1 className="health-title">Can I trust today’s numbers?</h1>
      {error && !data && <ErrorPanel what="The data health could not be loaded" error={error} retry={() => void refetch()} />}
      {data ? <Loaded answer={data} /> : !error && <p className="quiet" role="status">Loading the data health</p>}
    </main>
  );
}

function Loaded({ answer }: { answer: BiasSummary }) {
  const { known, past } = useAsOf();
  const calendar = useQuery(calendarAround(answer, known));
  const open = useQuery(completeness(known));
  const all = useQuery(indicators(known));
  const list = useQuery(batches);
  const unread = useQuery(quarantine);
  const contradictory = useQuery(conflicts(known));
  const failed = [calendar, open, all, list, unread, contradictory].find(({ error, data }) => error !== null && data === undefined);
  return (
    <>
      {failed && <ErrorPanel what="Part of the data health could not be loaded" error={failed.error} retry={() => void failed.refetch()} />}
      <Panel name="The summary"><TrustHead answer={answer} calendar={calendar.data} batches={list.data?.items} quarantined={unread.data?.items.length} /></Panel>
      {open.data && open.data.items.length > 0 && <Panel name="The outstanding releases"><OutstandingCard answer={open.data} /></Panel>}
      <div className="health-row">
        <Panel name="The regions"><RegionsCard calendar={calendar.data} indicators={all.data?.items} asOf={answer.asOf} /></Panel>
        <div className="health-column">
          <Panel name="The quarantine"><QuarantineCard rows={unread.data?.items} /></Panel>
          <Panel name="The unmapped titles"><UnmappedCard batches={list.data?.items} /></Panel>
        </div>
      </div>
      {contradictory.data && contradictory.data.items.length > 0 && <Panel name="The conflicts"><ConflictsCard answer={contradictory.data} asOf={answer.asOf} /></Panel>}
      <Panel name="The records"><RecordsCard batches={list.data?.items} asOf={answer.asOf} /></Panel>
      {past && <p className="second faint no-print">Releases and conflicts are as known then. Quarantine, imports, job runs and sources are as they are now.</p>}
    </>
  );
}
