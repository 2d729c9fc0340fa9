import { useQueryClient } from '@tanstack/react-query';
import { releasedBetween } from '../../shared/api/calendar';
import { shiftedDays } from '../../shared/format/times';
import { useAsOf } from './asOf';
import { nearestRelease, REACH_DAYS } from './releaseSteps';

/** Goes to the previous or next release. Stays if there is none within two months. */
export function useReleaseStep(shown: string | undefined) {
  const client = useQueryClient();
  const { go } = useAsOf();
  return async (direction: 1 | -1): Promise<void> => {
    if (shown === undefined) return;
    for (const days of REACH_DAYS) {
      const end = shiftedDays(shown, direction * days);
      const span = direction > 0 ? ([shown, end] as const) : ([end, shown] as const);
      // The connection banner reports a server that does not respond.
      const answer = await client.fetchQuery(releasedBetween(...span)).catch(() => null);
      const target = answer && nearestRelease(answer.items, shown, direction);
      if (target) return go(target);
    }
  };
}
