import { Link } from '@tanstack/react-router';
import type { BiasSummary } from '../shared/api/types';
import { Magnifier } from '../shared/ui/icons';
import { AsOfControl } from '../features/time/AsOfControl';
import { tip } from '../shared/ui/tip';
import { Account } from './Account';
import { PAGES } from './pages';
import { Settings } from './Settings';

interface Props {
  answer: BiasSummary | undefined;
  lost: boolean;
  failed: boolean;
  replay: boolean;
  open: (what: 'keys' | 'palette') => void;
}

/** Name, pages, search, as-of control, connection state and settings. In the time machine, the replay banner holds the as-of control. */
export function Header({ answer, lost, failed, replay, open }: Props) {
  return (
    <header className="header no-print">
      <Link to="/" className="brand" aria-label="macro-edge board"><Logo /> <span>macro-edge</span></Link>
      <nav aria-label="Pages">
        {PAGES.map(({ to, name, phone }) => (
          <Link key={to} to={to} className="nav" data-wide={!phone || undefined} activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false, exact: true }}>{name}</Link>
        ))}
      </nav>
      <span className="header-gap" />
      <button className="button go-to" type="button" aria-haspopup="dialog" aria-label="Go to…" onClick={() => open('palette')}>
        <Magnifier /> <span className="go-to-words faint">Go to…</span> <kbd>Ctrl K</kbd>
      </button>
      {!replay && <AsOfControl shown={answer?.asOf} replay={false} />}
      {!replay && <Connection lost={lost} failed={failed} answer={answer} />}
      <Account />
      <Settings showKeys={() => open('keys')} />
    </header>
  );
}

interface ConnectionProps {
  lost: boolean;
  failed: boolean;
  answer: BiasSummary | undefined;
}

/** Shows Live only for an answer that has arrived, is current and has a score. */
function Connection({ lost, failed, answer }: ConnectionProps) {
  const empty = answer?.items.every(({ score }) => score === null) ?? false;
  const state = lost || failed ? 'lost' : answer === undefined ? 'wait' : answer.stale || empty ? 'old' : 'live';
  const old = empty ? 'No data' : answer?.sampleOnly ? 'Sample' : 'Stale';
  const text = { lost: lost ? 'Connection lost' : 'No response', wait: 'Loading', old, live: 'Live' }[state];
  return <span className="connection" data-state={state} {...tip(text)}><span className="dot" aria-hidden="true" /><span className="connection-words">{text}</span></span>;
}

function Logo() {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M9.2 1h1.6v18H9.2z" fill="var(--ink)" /><path d="M10.8 4H18v5h-7.2z" fill="var(--bull-fill)" /><path d="M2 11h7.2v5H2z" fill="var(--bear-fill)" />
    </svg>
  );
}
