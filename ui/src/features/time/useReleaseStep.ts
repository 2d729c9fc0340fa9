import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { releasedBetween } from '../../shared/api/calendar';
import { explanation } from '../../shared/api/explanation';
import { shiftedDays } from '../../shared/format/times';
import { useAsOf } from './asOf';
import { nearestRelease, REACH_DAYS } from './releaseSteps';

/** Goes to the previous or next release; on the page of an instrument or an indicator, to one of its own. If there is none within two months, forward goes to live and back stays. */
export function useReleaseStep(shown: string | undefined) {
  const client = useQueryClient();
  const { go, known } = useAsOf();
  const { id, indicator } = useParams({ strict: false }) as { id?: string; indicator?: string };
  /** The indicator of this page, or those with a weight for its instrument. */
  const own = async (): Promise<ReadonlySet<string> | undefined> => {
    if (indicator !== undefined) return new Set([indicator]);
    if (id === undefined) return undefined;
    const answer = await client.fetchQuery({ ...explanation(id, known), staleTime: Infinity });
    return new Set([...answer.contributions, ...answer.missing].map(({ indicator }) => indicator));
  };
  return async (direction: 1 | -1): Promise<void> => {
    if (shown === undefined) return;
    // The connection banner reports a server that does not respond.
    const indicators = await own().catch(() => undefined);
    for (const days of REACH_DAYS) {
      const end = shiftedDays(shown, direction * days);
      const [from, to] = direction > 0 ? [shown, end] : [end, shown];
      const answer = await client.fetchQuery(releasedBetween(from, to, known)).catch(() => null);
      if (answer === null) return;
      const items = answer.items.filter((item) => indicators === undefined || indicators.has(item.indicator));
      const target = nearestRelease(items, shown, direction);
      if (target) return go(target);
    }
    if (direction > 0) go(undefined);
  };
}
