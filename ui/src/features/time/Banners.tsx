import { Link } from '@tanstack/react-router';
import { use } from 'react';
import type { Run } from '../../shared/api/types';
import { fullDay, instant } from '../../shared/format/times';
import { OpenDialog } from '../../shared/ui/dialogs';
import { Clock, Warning } from '../../shared/ui/icons';
import { RoleButton } from '../../shared/ui/RoleButton';
import { tip } from '../../shared/ui/tip';
import { AsOfControl } from './AsOfControl';
import { useAsOf, type InvalidTime } from './asOf';
import { regionList, type Late } from './late';

interface ReplayProps {
  asOf: string | undefined;
  recordedAt: string | undefined;
  /** The time of the answer, for a page that asks only about what was stored. */
  shown: string | undefined;
}

/** Says that the page shows an earlier state: what was known at a time, what was stored by a time, or both. */
export function ReplayBanner({ asOf, recordedAt, shown }: ReplayProps) {
  const { go } = useAsOf();
  return (
    <div className="replay-banner no-print" role="region" aria-label="Time machine">
      <span className="replay-icon"><Clock /></span>
      <p>
        <strong>Time machine.</strong>{' '}
        {asOf !== undefined && <span className="replay-words">You see what was known then; later data are hidden. </span>}
        {recordedAt !== undefined && (
          <span>As stored by <time dateTime={recordedAt} {...tip(recordedAt)}>{instant(recordedAt, '', true)}</time>: what was imported or corrected later is left out; the formula is today’s.</span>
        )}
      </p>
      <AsOfControl shown={asOf ?? shown} replay />
      <button className="button" type="button" onClick={() => go(undefined)}>Back to live <kbd>Esc</kbd></button>
    </div>
  );
}

/** Sample data is named even when the answer is also stale. The banner cannot be closed. */
export function DataBanner({ run }: { run: Run }) {
  const open = use(OpenDialog);
  if (!run.stale && !run.sampleOnly) return null;
  return (
    <div className="data-banner" role="region" aria-label={run.sampleOnly ? 'Sample data' : 'Stale data'}>
      <Warning />
      {run.sampleOnly ? (
        <p>
          <strong>Sample data, 2014 to 2021.</strong> This is not today’s market.
          {run.stale && <> Answers are as of <time dateTime={run.asOf} {...tip(run.asOf)}>{fullDay(run.asOf)}</time>, the sample’s last release.</>}
        </p>
      ) : (
        <p>
          <strong>No data has arrived since <time dateTime={run.asOf} {...tip(run.asOf)}>{instant(run.asOf, new Date().toISOString())}</time>.</strong>{' '}
          Answers are as of that time, not of today.
        </p>
      )}
      {run.sampleOnly && <RoleButton needs="analyst" className="button banner-action no-print" aria-haspopup="dialog" onClick={() => open('import')}>Import data…</RoleButton>}
    </div>
  );
}

/** Names the times in the address that are none. The page never shows another time in their place without saying so. */
export function InvalidTimesBanner({ invalid }: { invalid: readonly InvalidTime[] }) {
  const ignored = invalid.some(({ parameter }) => parameter === 'asOf') ? 'The page shows the latest answer instead.' : 'The page uses everything that is stored instead.';
  return (
    <div className="data-banner" role="alert">
      <Warning />
      <p>{invalid.map(({ parameter, text, fault }) => <span key={parameter}><strong>{parameter} “{text}”</strong> {fault} </span>)}{ignored}</p>
    </div>
  );
}

export function LateBanner({ late, asOf }: { late: Late; asOf: string }) {
  const single = late.count === 1;
  return (
    <div className="data-banner" role="region" aria-label="Late releases">
      <Clock />
      <p>
        <strong>{regionList(late.regions)} releases are {late.late ? 'late' : 'delayed'}.</strong>{' '}
        {late.count} {single ? 'release' : 'releases'} due since <time dateTime={late.since} {...tip(late.since)}>{instant(late.since, asOf)}</time> {single ? 'has' : 'have'} not arrived.{' '}
        Scores still use the previous {single ? 'one' : 'ones'}. <Link to="/health" className="no-print">Data health</Link>
      </p>
    </div>
  );
}
