import { ApiError } from '../api/client';
import { copyText } from './copyText';
import { Failure, Retry } from './icons';

interface Props {
  what: string;
  error: unknown;
  kept?: string | undefined;
  retry: () => void;
}

/** Replaces a panel that failed to load: what failed, why, what is still shown, and details to send to the operator. */
export function ErrorPanel({ what, error, kept, retry }: Props) {
  const problem = error instanceof ApiError ? error : new ApiError('unexpected', String(error), null, '');
  const request = problem.requestId ?? '–';
  const details = `${what}\n${problem.message}\n${problem.code} request ${request} ${problem.time}`;
  return (
    <section className="card panel-error" role="alert">
      <Failure size={18} />
      <div>
        <h2>{what}</h2>
        <p className="second quiet">{problem.message} {kept}</p>
        <div className="row second faint">
          <span className="badge" data-tone="error">{problem.code}</span>
          <span>request {request}</span>
          <time dateTime={problem.time}>{problem.time.slice(11, 19)} UTC</time>
        </div>
        <div className="row">
          <button className="button" data-primary type="button" onClick={retry}><Retry /> Try again</button>
          <button className="button" type="button" onClick={() => copyText(details)}>Copy details</button>
        </div>
      </div>
    </section>
  );
}
