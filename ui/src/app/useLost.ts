import { useState } from 'react';
import { ApiError } from '../shared/api/client';

/** The time of the first failed request since the last answer, not of the latest attempt. Null while the server answers. */
export function useLost(error: Error | null, failedAt: number): number | null {
  const [since, setSince] = useState<number | null>(null);
  const lost = error instanceof ApiError && error.unreachable;
  if (lost && since === null) {
    setSince(failedAt);
    return failedAt;
  }
  if (!lost && since !== null) {
    setSince(null);
    return null;
  }
  return since;
}
