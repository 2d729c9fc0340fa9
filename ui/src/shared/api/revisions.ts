import { queryOptions } from '@tanstack/react-query';
import { freshness, get, type Known } from './client';
import type { IndicatorRevisions } from './types';

/** The earliest time that the server accepts; by default it answers for a year. */
const START = '1900-01-01T00:00:00Z';

/** The first print of each period of an indicator and what later releases state for it. */
export const revisions = (indicator: string, { asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['revisions', indicator, asOf, recordedAt],
    queryFn: ({ signal }) => get<IndicatorRevisions>(`indicators/${encodeURIComponent(indicator)}/revisions`, { asOf, recordedAt, from: START }, signal),
    ...freshness({ asOf }),
  });
