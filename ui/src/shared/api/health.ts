import { queryOptions } from '@tanstack/react-query';
import { freshness, get, post, type Known } from './client';
import type { BatchList, CompletenessAnswer, ConflictList, JobList, JobRun, JobRunList, Quarantine, SourceList, SourceRuns, SuspectList } from './types';

const LATEST_RUNS = '30';
const LATEST_CONFLICTS = '50';

/** The releases of 100 days that have no figure. */
export const completeness = ({ asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['completeness', asOf, recordedAt],
    queryFn: ({ signal }) => get<CompletenessAnswer>('completeness', { asOf, recordedAt }, signal),
    ...freshness({ asOf }),
  });

/** The latest releases of which sources say different things. */
export const conflicts = ({ asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['conflicts', asOf, recordedAt],
    queryFn: ({ signal }) => get<ConflictList>('conflicts', { asOf, recordedAt, limit: LATEST_CONFLICTS }, signal),
    ...freshness({ asOf }),
  });

/** The releases that look wrong and that nobody has judged. */
export const suspects = ({ asOf, recordedAt }: Known) =>
  queryOptions({
    queryKey: ['suspects', asOf, recordedAt],
    queryFn: ({ signal }) => get<SuspectList>('suspects', { asOf, recordedAt }, signal),
    ...freshness({ asOf }),
  });

/** What follows is about the server as it is now, at whatever time the page looks. */
const ofNow = <T>(key: string, path: string, parameters: Record<string, string> = {}) =>
  queryOptions({ queryKey: [key], queryFn: ({ signal }) => get<T>(path, parameters, signal), ...freshness({}) });

export const batches = ofNow<BatchList>('batches', 'imports');
export const quarantine = ofNow<Quarantine>('quarantine', 'imports/quarantine');
export const sources = ofNow<SourceList>('sources', 'sources');
export const jobs = ofNow<JobList>('jobs', 'jobs');
export const jobRuns = ofNow<JobRunList>('job-runs', 'jobs/history', { limit: LATEST_RUNS });

export const undo = (batch: number) => post<{ batch: number }>(`imports/${batch}/undo`, {});
export const runJob = (job: string) => post<JobRun>(`jobs/${job}/run`, {});
export const askSource = (source: string) => post<SourceRuns>('sources/ingest', { source });
