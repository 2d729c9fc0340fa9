import { useQueryClient } from '@tanstack/react-query';
import { releasedBetween } from '../../shared/api/calendar';
import { shiftedDays } from '../../shared/format/times';
import { useAsOf } from './asOf';
import { nearestRelease, REACH_DAYS } from './releaseSteps';

/** Goes to the release before or after the instant shown; without one within two months it stays. */
export function useReleaseStep(shown: string | undefined) {
  const client = useQueryClient();
  const { go } = useAsOf();
  return async (direction: 1 | -1): Promise<void> => {
    if (shown === undefined) return;
    for (const days of REACH_DAYS) {
      const end = shiftedDays(shown, direction * days);
      const span = direction > 0 ? ([shown, end] as const) : ([end, shown] as const);
      // A server that does not answer is told by the page's own banner.
      const answer = await client.fetchQuery(releasedBetween(...span)).catch(() => null);
      const target = answer && nearestRelease(answer.items, shown, direction);
      if (target) return go(target);
    }
  };
}
