import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ApiError, freshness } from '../../shared/api/client';
import { coming } from '../../shared/api/calendar';
import { indicators } from '../../shared/api/indicators';
import { releases } from '../../shared/api/releases';
import type { Indicator, IndicatorReleases } from '../../shared/api/types';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import '../../shared/ui/figures.css';
import { Panel } from '../../shared/ui/Panel';
import { useAsOf } from '../time/asOf';
import { useFramed } from '../time/useFramed';
import { ActualCard } from './ActualCard';
import { ConsensusCard } from './ConsensusCard';
import { ErrorsCard } from './ErrorsCard';
import { ExpectedCard } from './ExpectedCard';
import { HistogramCard } from './HistogramCard';
import './indicator.css';
import { IndicatorHero } from './IndicatorHero';
import { ReleasesCard } from './ReleasesCard';
import { RevisionsCard } from './RevisionsCard';
import { UnknownIndicator } from './UnknownIndicator';

/** How one indicator behaves: its last release, its next, and how far its surprises and revisions have gone. The key keeps figures from appearing under another name. */
export default function IndicatorPage() {
  const { indicator } = useParams({ strict: false }) as { indicator: string };
  return <Shown key={indicator} id={indicator} />;
}

function Shown({ id }: { id: string }) {
  const { known } = useAsOf();
  const answer = useQuery({ ...releases(id, known), ...freshness(known) });
  const all = useQuery(indicators(known));
  const framed = useFramed();
  const { data, error } = answer;
  if (error instanceof ApiError && error.code === 'unknown-indicator') return <UnknownIndicator id={id} error={error} />;
  const failed = error ?? (data === undefined ? null : all.error);
  const indicator = all.data?.items.find((item) => item.indicator === data?.indicator);
  const away = failed instanceof ApiError && failed.unreachable && data !== undefined && indicator !== undefined;
  const shown = data !== undefined && indicator !== undefined && !framed;
  const again = () => { void answer.refetch(); void all.refetch(); };
  return (
    <main key={shown ? 'page' : 'frame'} className="page" id="main" tabIndex={-1}>
      {failed && !away && <ErrorPanel what={`The releases of ${id} could not be loaded`} error={failed} retry={again} />}
      {shown ? <Loaded data={data} indicator={indicator} all={all.data?.items ?? []} /> : !failed && <Loading id={id} />}
    </main>
  );
}

function Loaded({ data, indicator, all }: { data: IndicatorReleases; indicator: Indicator; all: readonly Indicator[] }) {
  const { known } = useAsOf();
  const calendar = useQuery(coming(indicator.region, data.asOf, known));
  const { items, asOf } = data;
  return (
    <>
      <Panel name="The last release"><IndicatorHero answer={data} indicator={indicator} calendar={calendar.data} calendarFailed={calendar.isError} successor={all.find((item) => item.indicator === indicator.successor)} /></Panel>
      <Panel name="What was expected"><ExpectedCard paths={data.consensusPaths} indicator={indicator} asOf={asOf} /></Panel>
      {items.length > 0 && (
        <>
          <Panel name="The chart"><ActualCard items={items} indicator={indicator} asOf={asOf} /></Panel>
          <div className="indicator-row">
            <Panel name="The surprises"><HistogramCard items={items} /></Panel>
            <Panel name="The consensus record"><ConsensusCard consensus={data.consensus} indicator={indicator} /></Panel>
          </div>
          <Panel name="The errors of forecasts"><ErrorsCard errors={data.sourceErrors} /></Panel>
          <Panel name="The releases"><ReleasesCard answer={data} indicator={indicator} /></Panel>
          <Panel name="The revisions"><RevisionsCard indicator={indicator} /></Panel>
        </>
      )}
      <p className="second faint no-print">σ is known before each release, from the surprises before it. Nothing here is used to correct a forecast.</p>
    </>
  );
}

/** The frame in the size of what will fill it. */
function Loading({ id }: { id: string }) {
  return (
    <>
      <section className="card hero-card indicator-loading" aria-label="Last release">
        <p className="hidden-text" role="status">Loading {id}</p>
        <h1>{id}</h1>
        <span className="ghost" style={{ width: 200, height: 28 }} />
      </section>
      <section className="card chart-loading" aria-hidden="true" />
    </>
  );
}
