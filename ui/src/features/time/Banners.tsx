import type { Run } from '../../shared/api/schema';
import { fullDay, instant } from '../../shared/format/times';
import { Clock, Warning } from '../../shared/ui/icons';
import { AsOfControl } from './AsOfControl';
import { useAsOf } from './asOf';
import { regionList, type Late } from './late';

export function ReplayBanner({ asOf }: { asOf: string }) {
  const { go } = useAsOf();
  return (
    <div className="replay-banner no-print" role="region" aria-label="Time machine">
      <Clock />
      <p><strong>Time machine.</strong> You see only what was known at this time.</p>
      <AsOfControl shown={asOf} replay />
      <button className="button" type="button" onClick={() => go(undefined)}>Back to live <kbd>Esc</kbd></button>
    </div>
  );
}

/** Sample data is named even when the answer is also stale. The banner cannot be closed. */
export function DataBanner({ run }: { run: Run }) {
  if (!run.stale && !run.sampleOnly) return null;
  return (
    <div className="data-banner" role="region" aria-label={run.sampleOnly ? 'Sample data' : 'Stale data'}>
      <Warning />
      {run.sampleOnly ? (
        <p>
          <strong>Sample data, 2014 to 2021.</strong> This is not today’s market.
          {run.stale && <> Answers are as of <time dateTime={run.asOf} title={run.asOf}>{fullDay(run.asOf)}</time>, the sample’s last release.</>}
        </p>
      ) : (
        <p>
          <strong>No data has arrived since <time dateTime={run.asOf} title={run.asOf}>{instant(run.asOf, new Date().toISOString())}</time>.</strong>{' '}
          Answers are as of that time, not of today.
        </p>
      )}
    </div>
  );
}

export function InvalidAsOfBanner({ text }: { text: string }) {
  return (
    <div className="data-banner" role="alert">
      <Warning />
      <p><strong>“{text}” is not a valid time.</strong> Use a form like 2021-09-03T12:30:00Z. The page shows the latest answer instead.</p>
    </div>
  );
}

export function LateBanner({ late, asOf }: { late: Late; asOf: string }) {
  const single = late.count === 1;
  return (
    <div className="data-banner" role="region" aria-label="Late releases">
      <Clock />
      <p>
        <strong>{regionList(late.regions)} releases are late.</strong>{' '}
        {late.count} {single ? 'release' : 'releases'} due since <time dateTime={late.since} title={late.since}>{instant(late.since, asOf)}</time> {single ? 'has' : 'have'} not arrived.{' '}
        Scores still use the previous {single ? 'one' : 'ones'}.
      </p>
    </div>
  );
}
