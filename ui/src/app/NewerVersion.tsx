import { useEffect, useRef, useState } from 'react';
import { Retry } from '../shared/ui/icons';
import { newerVersion } from '../shared/ui/newerVersion';

/** Whether the server came back as another version after a lost connection. */
export function useNewerVersion(lost: boolean): boolean {
  const [newer, setNewer] = useState(false);
  const was = useRef(lost);
  useEffect(() => {
    if (was.current && !lost) void newerVersion().then(setNewer);
    was.current = lost;
  }, [lost]);
  return newer;
}

export function NewerVersionBanner() {
  return (
    <div className="connection-banner no-print" role="status">
      <Retry />
      <p><strong>A newer version of macro-edge is here.</strong> Reload the page to use it; the address stays.</p>
      <button className="button" type="button" onClick={() => location.reload()}>Reload</button>
    </div>
  );
}
