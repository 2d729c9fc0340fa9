import { queryOptions } from '@tanstack/react-query';
import { get, type Known } from './client';
import type { IndicatorReleases, RawRelease } from './types';

const MINUTE = 60_000;

export const releases = (indicator: string, { asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['releases', indicator, asOf, recordedAt],
    queryFn: ({ signal }) =>
      get<IndicatorReleases>(`indicators/${encodeURIComponent(indicator)}/releases`, { asOf, recordedAt }, signal),
    staleTime: MINUTE,
  });

/** The rows of files that a release comes from. */
export const rawRelease = (release: string, { asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['raw', release, asOf, recordedAt],
    queryFn: ({ signal }) => get<RawRelease>(`releases/${encodeURIComponent(release)}`, { asOf, recordedAt }, signal),
    staleTime: MINUTE,
  });
