import { keepPreviousData } from '@tanstack/react-query';
import { refuse, session } from './session';

const PASSING = new Set([429, 502, 503, 504]);

/** A failed request: a problem from the server (RFC 9457), or no response at all. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly requestId: string | null,
    readonly time: string,
    readonly status: number | null = null,
  ) {
    super(message);
  }

  get unreachable(): boolean {
    return this.code === 'server-unreachable';
  }

  /** The same request may succeed soon: no server, one that starts, or one whose database heals. */
  get passing(): boolean {
    return this.unreachable || (this.status !== null && PASSING.has(this.status));
  }
}

function problemOf(body: unknown): { type?: string; title?: string; detail?: string } {
  return typeof body === 'object' && body !== null ? body : {};
}

async function errorOf(response: Response): Promise<ApiError> {
  const problem = problemOf(await response.json().catch(() => null));
  const code = problem.type?.split(':').pop() ?? `http-${response.status}`;
  const message = problem.detail ?? problem.title ?? `The server returned status ${response.status}.`;
  return new ApiError(code, message, response.headers.get('X-Request-Id'), new Date().toISOString(), response.status);
}

/** What an answer may use: what was published by `asOf` and stored by `recordedAt`. Undefined means the latest. */
export interface Known {
  asOf?: string | undefined;
  recordedAt?: string | undefined;
}

/** Asks the server. Leaves out parameters without a value. */
export const get = <T>(path: string, parameters: Record<string, string | undefined>, signal: AbortSignal): Promise<T> => send<T>(path, parameters, { signal });

/** Sends a form, or only the request itself, to the server. */
export const post = <T>(path: string, parameters: Record<string, string | undefined>, body: FormData | null = null): Promise<T> => send<T>(path, parameters, { method: 'POST', body });

async function send<T>(path: string, parameters: Record<string, string | undefined>, request: RequestInit): Promise<T> {
  const query = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const search = query.length === 0 ? '' : `?${new URLSearchParams(query)}`;
  const holder = session();
  const headers = { Accept: 'application/json', ...(holder && { Authorization: await holder.authorization() }) };
  let response: Response;
  try {
    response = await fetch(`/api/v1/${path}${search}`, { ...request, headers });
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new ApiError('server-unreachable', 'The server did not respond. Check that it is running.', null, new Date().toISOString());
  }
  if (response.status === 401) refuse();
  if (!response.ok) throw await errorOf(response);
  return (await response.json()) as T;
}

const LIVE_REFRESH = 15_000;
const STREAMED_REFRESH = 60_000;
export const RETRY_AFTER_FAILURE = 10_000;

let streaming = false;

/** Says whether the stream of events is open: changes then come without being asked for. */
export function setStreaming(open: boolean): void {
  streaming = open;
}

/**
 * Refresh rules. An answer as of a past time is never requested again. A live answer is requested again every 15 seconds, or every
 * minute while the stream of events tells what changed; one that failed for now after 10 seconds. An unchanged answer keeps its
 * objects, so that nothing is rendered again.
 */
export function freshness({ asOf }: Known) {
  return {
    placeholderData: keepPreviousData,
    staleTime: asOf === undefined ? LIVE_REFRESH / 2 : Infinity,
    refetchOnWindowFocus: asOf === undefined,
    refetchInterval: (query: { state: { error: Error | null; isInvalidated?: boolean } }) => {
      if (query.state.error instanceof ApiError && query.state.error.passing) return RETRY_AFTER_FAILURE;
      if (asOf !== undefined) return false as const;
      return streaming && query.state.isInvalidated !== true ? STREAMED_REFRESH : LIVE_REFRESH;
    },
  };
}
