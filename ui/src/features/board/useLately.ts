import { useQuery } from '@tanstack/react-query';
import type { Known } from '../../shared/api/client';
import { recent } from '../../shared/api/recent';
import type { BiasSummary, RecentBias } from '../../shared/api/types';
import { effectsByInstant } from './moves';

const read = ({ items, effects }: RecentBias) => ({
  trails: new Map(items.map(({ instrument, scores }) => [instrument, scores])),
  effects: effectsByInstant(effects),
});

/** The scores of 90 days, and what each release of the last 24 hours did: undefined until they are known, null if they are not to be had. */
export function useLately(answer: BiasSummary, known: Known) {
  const { data, isError, isPlaceholderData } = useQuery({ ...recent(answer, known), select: read });
  const missing = isError ? null : undefined;
  return { trails: data?.trails ?? missing, effects: isPlaceholderData ? missing : data?.effects ?? missing };
}
