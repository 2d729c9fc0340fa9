import { useEffect, useRef, useState } from 'react';
import { Retry } from '../shared/ui/icons';
import { newerVersion } from '../shared/ui/newerVersion';

/** Asks after each lost connection whether the server came back as another version, and then offers to reload. */
export function NewerVersion({ lost }: { lost: boolean }) {
  const [newer, setNewer] = useState(false);
  const was = useRef(lost);
  useEffect(() => {
    if (was.current && !lost) void newerVersion().then(setNewer);
    was.current = lost;
  }, [lost]);
  if (!newer) return null;
  return (
    <div className="connection-banner no-print" role="status">
      <Retry />
      <p><strong>A newer version of macro-edge is here.</strong> Reload the page to use it; the address stays.</p>
      <button className="button" type="button" onClick={() => location.reload()}>Reload</button>
    </div>
  );
}
