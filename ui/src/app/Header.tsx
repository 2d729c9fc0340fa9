import { Link } from '@tanstack/react-router';
import type { Run } from '../shared/api/schema';
import { Magnifier } from '../shared/ui/icons';
import { AsOfControl } from '../features/time/AsOfControl';
import { Settings } from './Settings';

interface Props {
  run: Run | undefined;
  lost: boolean;
  failed: boolean;
  replay: boolean;
  open: (what: 'keys' | 'palette') => void;
}

/** Name, pages, search, as-of control, connection state and settings. In the time machine, the replay banner holds the as-of control. */
export function Header({ run, lost, failed, replay, open }: Props) {
  return (
    <header className="header no-print">
      <Link to="/" className="brand" aria-label="macro-edge board"><Logo /> <span>macro-edge</span></Link>
      <nav aria-label="Pages"><Link to="/" className="nav" activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>Board</Link></nav>
      <span className="header-gap" />
      <button className="button go-to" type="button" aria-haspopup="dialog" aria-label="Go to…" onClick={() => open('palette')}>
        <Magnifier /> <span className="go-to-words faint">Go to…</span> <kbd>Ctrl K</kbd>
      </button>
      {!replay && <AsOfControl shown={run?.asOf} replay={false} />}
      {!replay && <Connection lost={lost} failed={failed} stale={run?.stale ?? false} sample={run?.sampleOnly ?? false} />}
      <Settings showKeys={() => open('keys')} />
    </header>
  );
}

interface ConnectionProps {
  lost: boolean;
  failed: boolean;
  stale: boolean;
  sample: boolean;
}

/** Shows Live only for an answer that has arrived and is current. */
function Connection({ lost, failed, stale, sample }: ConnectionProps) {
  const state = lost || failed ? 'lost' : stale ? 'old' : 'live';
  const text = { lost: lost ? 'Connection lost' : 'No response', old: sample ? 'Sample' : 'Stale', live: 'Live' }[state];
  return <span className="connection" data-state={state} title={text}><span className="dot" aria-hidden="true" /><span className="connection-words">{text}</span></span>;
}

function Logo() {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M9.2 1h1.6v18H9.2z" fill="var(--ink)" /><path d="M10.8 4H18v5h-7.2z" fill="var(--bull-fill)" /><path d="M2 11h7.2v5H2z" fill="var(--bear-fill)" />
    </svg>
  );
}
