import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiError } from '../shared/api/client';
import { summary } from '../shared/api/summary';
import { instant } from '../shared/format/times';
import { AsOfControl } from '../features/time/AsOfControl';
import { useAsOf } from '../features/time/asOf';
import { DataBanner, ReplayBanner, WrongAsOfBanner } from '../features/time/Banners';
import { ConnectionBanner } from './ConnectionBanner';
import { Keys } from './Keys';
import './shell.css';
import { Settings } from './Settings';

/** The frame of every page: banners, header, and the time machine's violet edge. */
export function Shell() {
  const { asOf, wrongAsOf } = useAsOf();
  const answer = useQuery(summary(asOf));
  const [help, setHelp] = useState(false);
  const lost = answer.error instanceof ApiError && answer.error.unreachable;
  useEffect(() => {
    document.title = asOf ? `${instant(asOf, '', true)} · macro-edge` : 'macro-edge';
  }, [asOf]);
  return (
    <div className="shell" data-replay={asOf !== undefined || undefined}>
      <a className="skip" href="#main">Skip to the content</a>
      {asOf && <ReplayBanner asOf={asOf} />}
      {wrongAsOf && <WrongAsOfBanner text={wrongAsOf} />}
      {answer.data && <DataBanner run={answer.data} />}
      {lost && <ConnectionBanner failedAt={answer.errorUpdatedAt} shown={answer.data?.asOf} retry={() => void answer.refetch()} />}
      <header className="header no-print">
        <Link to="/" className="brand" aria-label="macro-edge, board"><Logo /> <span>macro-edge</span></Link>
        <nav aria-label="Pages"><Link to="/" className="nav" activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>Board</Link></nav>
        <span className="header-gap" />
        {!asOf && <AsOfControl shown={answer.data?.asOf} live />}
        {!asOf && <Connection lost={lost} failed={answer.isError && !answer.data} stale={answer.data?.stale ?? false} sample={answer.data?.sampleOnly ?? false} />}
        <Settings showKeys={() => setHelp(true)} />
      </header>
      <Outlet />
      <Keys help={help} setHelp={setHelp} shown={answer.data?.asOf} />
    </div>
  );
}

interface ConnectionProps {
  lost: boolean;
  failed: boolean;
  stale: boolean;
  sample: boolean;
}

/** Live is said only of an answer that is there and is of today. */
function Connection({ lost, failed, stale, sample }: ConnectionProps) {
  const state = lost || failed ? 'lost' : stale ? 'old' : 'live';
  const words = { lost: lost ? 'Connection lost' : 'No answer', old: sample ? 'Sample' : 'Stale', live: 'Live' }[state];
  return <span className="connection" data-state={state}><span className="dot" aria-hidden="true" />{words}</span>;
}

function Logo() {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M9.2 1h1.6v18H9.2z" fill="var(--ink)" /><path d="M10.8 4H18v5h-7.2z" fill="var(--bull-fill)" /><path d="M2 11h7.2v5H2z" fill="var(--bear-fill)" />
    </svg>
  );
}
