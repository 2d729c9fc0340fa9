import { queryOptions } from '@tanstack/react-query';
import { get } from './client';
import type { IndicatorReleases } from './schema';

export const releases = (indicator: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['releases', indicator, asOf],
    queryFn: ({ signal }) =>
      get<IndicatorReleases>(`indicators/${encodeURIComponent(indicator)}/releases`, { asOf }, signal),
    staleTime: 60_000,
  });
