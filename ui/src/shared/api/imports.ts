import { queryOptions } from '@tanstack/react-query';
import { get, post } from './client';
import type { ImportOutcome, ProfileNames } from './types';

/** The names of the layouts that the server can read calendar files by. */
export const profiles = queryOptions({
  queryKey: ['profiles'],
  queryFn: ({ signal }) => get<ProfileNames>('imports/profiles', {}, signal),
  staleTime: 60_000,
});

export interface CalendarUpload {
  files: readonly File[];
  profile: string;
  /** The layout itself, where the server has none of that name. */
  layout: File | undefined;
}

/** Imports calendar files as one batch, all of it or nothing. A dry run says what it would do and stores nothing. */
export function importCalendar({ files, profile, layout }: CalendarUpload, dryRun: boolean): Promise<ImportOutcome> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  if (layout) form.append('layout', layout);
  return post<ImportOutcome>('imports', { profile, dryRun: String(dryRun) }, form);
}
