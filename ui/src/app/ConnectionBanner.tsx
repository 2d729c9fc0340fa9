import { useEffect, useState } from 'react';
import { RETRY_AFTER_FAILURE } from '../shared/api/client';
import { clock, isoSeconds } from '../shared/format/times';
import { Retry } from '../shared/ui/icons';

interface Props {
  /** When the first attempt failed. */
  since: number;
  /** When the latest attempt failed. The next attempt follows ten seconds later. */
  failedAt: number;
  shown: string | undefined;
  retry: () => void;
}

export function ConnectionBanner({ since, failedAt, shown, retry }: Props) {
  const [now, setNow] = useState(failedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.ceil((failedAt + RETRY_AFTER_FAILURE - Math.max(now, failedAt)) / 1000));
  return (
    <div className="connection-banner">
      <Retry />
      <p>
        <strong role="status">Connection lost at {clock(isoSeconds(since), true)}.</strong>{' '}
        {shown && `Showing data as of ${clock(shown)}. `}Retrying in {left} s.
      </p>
      <button className="button" type="button" onClick={retry}>Retry now</button>
    </div>
  );
}
