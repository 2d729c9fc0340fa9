import { useQuery } from '@tanstack/react-query';
import type { Known } from '../../shared/api/client';
import { recent } from '../../shared/api/recent';
import type { BiasSummary, RecentBias } from '../../shared/api/types';

const read = ({ items }: RecentBias) => new Map(items.map(({ instrument, scores }) => [instrument, scores]));

/** The scores of 90 days: undefined until they are known, null if they are not to be had. */
export function useTrails(answer: BiasSummary, known: Known) {
  const { data, isError } = useQuery({ ...recent(answer, known), select: read });
  return data ?? (isError ? null : undefined);
}
