import { useQuery } from '@tanstack/react-query';
import { jobRuns, jobs, runJob } from '../../shared/api/health';
import type { JobRun } from '../../shared/api/types';
import { NONE } from '../../shared/format/numbers';
import { isoSeconds } from '../../shared/format/times';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Instant } from '../../shared/ui/Instant';
import { ConfirmedAction } from './ConfirmedAction';

/** Every job with its next run, then the latest runs. */
export function JobsTable() {
  const list = useQuery(jobs);
  const runs = useQuery(jobRuns);
  const failed = list.error ?? runs.error;
  const now = isoSeconds(list.dataUpdatedAt);
  if (failed && (!list.data || !runs.data)) return <ErrorPanel what="The jobs could not be loaded" error={failed} retry={() => { void list.refetch(); void runs.refetch(); }} />;
  return (
    <>
      <table className="figures folds folds-list">
        <caption className="hidden-text">Jobs</caption>
        <thead><tr><th scope="col">Job</th><th scope="col">What it does</th><th scope="col">Next run</th><th scope="col">Last run</th><th scope="col"><span className="hidden-text">Run</span></th></tr></thead>
        <tbody>
          {(list.data?.items ?? []).map(({ name, description, next, paused, after, last }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-name="Does" className="health-words">{description}</td>
              <td data-name="Next run">{paused ? 'paused' : next === null ? (after.length > 0 ? `after ${after.join(', ')}` : NONE) : <Instant time={next} reference={now} />}</td>
              <td data-name="Last run">{last ? <><Instant time={last.startedAt} reference={now} /> <Outcome run={last} /></> : 'never'}</td>
              <td><ConfirmedAction name="Run now" of={name} run={() => runJob(name)} done={({ outcome, result }) => `${outcome}${result === null ? '' : `: ${result}`}`} question={`${name} runs now, besides its times. ${description}`} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="figures folds folds-list">
        <caption className="health-caption">Latest runs</caption>
        <thead><tr><th scope="col">Job</th><th scope="col">Started</th><th scope="col">Because of</th><th scope="col">Outcome</th><th scope="col">Result</th></tr></thead>
        <tbody>
          {(runs.data?.items ?? []).map((run) => (
            <tr key={`${run.job} ${run.startedAt} ${run.number}`}>
              <th scope="row">{run.job}</th>
              <td data-name="Started"><Instant time={run.startedAt} reference={now} seconds /></td>
              <td data-name="Because of">{run.trigger}{run.attempt > 1 && `, attempt ${run.attempt}`}</td>
              <td data-name="Outcome"><Outcome run={run} /></td>
              <td data-name="Result" className="health-words">{run.result ?? NONE}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {runs.data?.items.length === 0 && <p className="card-text quiet">No job has run yet.</p>}
    </>
  );
}

const Outcome = ({ run: { outcome } }: { run: Pick<JobRun, 'outcome'> }) => <span className="badge" data-tone={outcome === 'failed' || outcome === 'interrupted' ? 'error' : undefined}>{outcome}</span>;
