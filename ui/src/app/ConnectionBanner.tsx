import { useEffect, useState } from 'react';
import { clock } from '../shared/format/times';
import { Retry } from '../shared/ui/icons';

const RETRY_SECONDS = 10;

export function ConnectionBanner({ failedAt, shown, retry }: { failedAt: number; shown: string | undefined; retry: () => void }) {
  const [now, setNow] = useState(failedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, RETRY_SECONDS - Math.floor((now - failedAt) / 1000));
  return (
    <div className="connection-banner">
      <Retry />
      <p>
        <strong role="status">Connection lost at {new Date(failedAt).toTimeString().slice(0, 8)}.</strong>{' '}
        {shown && `Showing ${clock(shown)}. `}Trying again in {left} s.
      </p>
      <span className="header-gap" />
      <button className="button" type="button" onClick={retry}>Try now</button>
    </div>
  );
}
