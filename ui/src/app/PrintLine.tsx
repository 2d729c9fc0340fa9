import type { Run } from '../shared/api/types';
import { instant, zone } from '../shared/format/times';

/** What a printed page must say, because nothing on paper can be clicked: the time, its zone, the run, and whether this is sample data. */
export function PrintLine({ run, recordedAt }: { run: Run; recordedAt: string | undefined }) {
  return (
    <p className="print-line">
      <strong>macro-edge</strong> as of {instant(run.asOf, '', true)} {zone(run.asOf)} ({run.asOf})
      {recordedAt !== undefined && ` · as stored by ${recordedAt}`} · run {run.runId.slice(0, 16)} · weight set {run.weightSet} · formula {run.formula}
      {run.sampleOnly && <strong> · sample, not today’s market</strong>}{run.stale && !run.sampleOnly && <strong> · stale</strong>}
    </p>
  );
}
