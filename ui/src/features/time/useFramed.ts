import { useQuery } from '@tanstack/react-query';
import { summary } from '../../shared/api/board';
import { useAsOf } from './asOf';

/**
 * Whether a page still shows only its frame, because the banners above it are not known yet. A page that takes the place of its
 * frame together with them, under another key, does not move.
 */
export function useFramed(): boolean {
  const { known } = useAsOf();
  return useQuery(summary(known)).isPending;
}
