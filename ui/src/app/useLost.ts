import { useState } from 'react';
import { ApiError } from '../shared/api/client';

/** When the connection was lost: the first failure since the last answer, not the latest attempt. Null while it holds. */
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
