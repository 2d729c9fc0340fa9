import { Component, Suspense, useEffect, useState, type ReactNode } from 'react';
import { ChunkError, retryChunks } from './chunk';
import { Failure, Retry } from './icons';
import { newerVersion } from './newerVersion';

interface Props {
  /** What the panel shows, as it appears in a sentence: "The history". */
  name: string;
  /** Shown while a chunk loads. */
  fallback?: ReactNode;
  /** Shown in place of the message if the panel fails. */
  failed?: (retry: () => void) => ReactNode;
  children: ReactNode;
}

interface State {
  error: unknown;
}

/** A part of a page that fails on its own: it says so in its place, and the rest of the page keeps working. */
export class Panel extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  private readonly retry = () => {
    retryChunks();
    this.setState({ error: null });
  };

  override render() {
    const { name, fallback = null, failed, children } = this.props;
    if (this.state.error !== null) return failed ? failed(this.retry) : <PanelFailure name={name} error={this.state.error} retry={this.retry} />;
    return <Suspense fallback={fallback}>{children}</Suspense>;
  }
}

/** Tried again by itself once the browser or the server is back. */
const RETRY_EVERY = 10_000;

export function PanelFailure({ name, error, retry }: { name: string; error: unknown; retry: () => void }) {
  const late = error instanceof ChunkError;
  const [newer, setNewer] = useState(false);
  useEffect(() => {
    if (!late) return;
    void newerVersion().then(setNewer);
    const timer = setInterval(retry, RETRY_EVERY);
    return () => clearInterval(timer);
  }, [late, retry]);
  return (
    <section className="card panel-error" role="alert">
      <Failure size={18} />
      <div>
        <h2>{newer ? 'A newer version of macro-edge is here' : `${name} could not be shown`}</h2>
        <p className="second quiet">{words(late, newer)}</p>
        <div className="row">
          {newer
            ? <button className="button" data-primary type="button" onClick={() => location.reload()}><Retry /> Reload</button>
            : <button className="button" data-primary type="button" onClick={retry}><Retry /> Try again</button>}
        </div>
      </div>
    </section>
  );
}

function words(late: boolean, newer: boolean): string {
  if (newer) return 'The server was updated while this page was open. Reload the page to use the new version; the address stays.';
  if (late) return 'The server did not send this part of the page. It is tried again every 10 seconds. Nothing was lost.';
  return 'This page has a defect. The other parts of the page keep working, and no data is affected.';
}
