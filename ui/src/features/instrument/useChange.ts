import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { change } from '../../shared/api/change';
import type { Known } from '../../shared/api/client';
import type { BiasExplanation } from '../../shared/api/types';
import { readSpan } from './span';

/** The change that the address names, for the steps and for the handles of the chart: they ask once. */
export function useChange(instrument: string, known: Known, now: BiasExplanation) {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const { span, fault } = readSpan(search, now.asOf);
  return { span, fault, answer: useQuery(change(instrument, known, now, span)) };
}
