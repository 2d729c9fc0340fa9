import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RETRY_AFTER_FAILURE, setStreaming } from './client';
import { session, type Events } from './session';

/** An import tells of each region; one look at the answers is enough. */
const TOGETHER = 100;

const PATH = '/api/v1/stream';

/** Events that change what any answer says. */
const OF_ANSWERS = ['release', 'regime', 'weights'];

/** What an event about a job changes. */
const OF_JOBS = new Set<unknown>(['jobs', 'job-runs', 'sources']);

/**
 * Follows the events of the server: each release, change of regime and publication of weights has the answers on screen asked for anew. An answer that was asked for before the
 * stream was open is asked for once more in its turn; without the stream, all are asked for in turn, as before.
 */
function follow(client: QueryClient): () => void {
  let source: Events | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let change: ReturnType<typeof setTimeout> | undefined;
  const takeTurns = (streaming: boolean) => {
    setStreaming(streaming);
    void client.invalidateQueries({ refetchType: 'none' });
  };
  const open = () => {
    clearTimeout(retry);
    source = session()?.events(PATH) ?? new EventSource(PATH);
    source.addEventListener('open', () => takeTurns(true));
    for (const changes of OF_ANSWERS) {
      source.addEventListener(changes, () => {
        // A timer that each event began anew would put the answers off for as long as events come.
        change ??= setTimeout(() => {
          change = undefined;
          void client.invalidateQueries();
        }, TOGETHER);
      });
    }
    source.addEventListener('job', () => void client.invalidateQueries({ predicate: ({ queryKey }) => OF_JOBS.has(queryKey[0]) }));
    source.addEventListener('error', () => {
      takeTurns(false);
      // A lost connection is opened again by the browser, with the id of the last event; a refused one is not.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_AFTER_FAILURE);
    });
  };
  const close = () => {
    clearTimeout(retry);
    clearTimeout(change);
    change = undefined;
    source?.close();
    source = null;
    setStreaming(false);
  };
  /** A browser has six connections to a server, whatever the number of its tabs. */
  const follow = () => {
    if (document.hidden) close();
    else if (source === null) open();
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close();
  };
}

/** Keeps the answers of a live page up to date. The past needs no stream. */
export function useStream(live: boolean): void {
  const client = useQueryClient();
  useEffect(() => (live && typeof EventSource !== 'undefined' ? follow(client) : undefined), [client, live]);
}
