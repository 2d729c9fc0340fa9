import { ErrorResponse, InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { ApiError } from '../../shared/api/client';
import { refuse, setDoor, SIGN_IN, type Session } from '../../shared/api/session';
import type { CallerView } from '../../shared/api/types';
import { FetchedEvents } from './fetchedEvents';

/** Says of a tab that it was signed in, so that a reload asks the issuer and not the reader. */
const WAS_IN = 'macro-edge.signed-in';
const WAS_OUT = 'macro-edge.signed-out';

/** A token is replaced so many seconds before it expires. */
const AHEAD = 30;

const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('macro-edge.session');

export const wasIn = () => sessionStorage.getItem(WAS_IN) !== null;
export const forget = () => sessionStorage.removeItem(WAS_IN);

/** Whether this tab has just signed out; it is told once. */
export function wasOut(): boolean {
  const out = sessionStorage.getItem(WAS_OUT) !== null;
  sessionStorage.removeItem(WAS_OUT);
  return out;
}

/** Signs in by authorization code with PKCE. Tokens are in the memory of this page alone. */
export function managerOf(issuer: string, client: string): UserManager {
  const here = `${window.location.origin}${SIGN_IN}`;
  return new UserManager({
    authority: issuer,
    client_id: client,
    redirect_uri: here,
    post_logout_redirect_uri: here,
    scope: 'openid profile',
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
  });
}

/** The issuer's own answer that nobody is signed in there. */
export const isOver = (fault: unknown): boolean => fault instanceof ErrorResponse;

/** Replaces tokens that are about to expire, one request for all who wait. */
function renewing(manager: UserManager, first: User): () => Promise<string> {
  let user = first;
  let renewal: Promise<void> | null = null;
  const renew = async () => {
    try {
      if (user.refresh_token === undefined) throw new ErrorResponse({ error: 'login_required' });
      user = (await manager.signinSilent()) ?? user;
    } catch (fault) {
      if (isOver(fault)) refuse();
      if (isOver(fault) || user.expired) throw new ApiError('signed-out', 'The sign-in could not be renewed.', null, new Date().toISOString(), isOver(fault) ? 401 : 503);
    }
  };
  return async () => {
    if ((user.expires_in ?? Infinity) < AHEAD) await (renewal ??= renew().finally(() => { renewal = null; }));
    return `Bearer ${user.access_token}`;
  };
}

/** Who the server says is signed in. Fails with its refusal where it does not take the token. */
async function callerOf(authorization: string): Promise<CallerView> {
  const answer = await fetch('/api/v1/caller', { headers: { Accept: 'application/json', Authorization: authorization } });
  const body = (await answer.json()) as CallerView & { detail?: string };
  if (!answer.ok) throw new ApiError('refused', body.detail ?? 'The server did not accept the sign-in.', null, new Date().toISOString(), answer.status);
  return body;
}

/** Opens the page for someone who is back from the issuer. */
export async function enter(manager: UserManager, user: User): Promise<void> {
  const authorization = renewing(manager, user);
  const caller = await callerOf(await authorization());
  const session: Session = {
    name: user.profile.preferred_username ?? caller.name,
    role: caller.role,
    authorization,
    events: (path) => new FetchedEvents(path, authorization),
    signOut: () => { tabs?.postMessage('out'); void signOut(manager); },
  };
  sessionStorage.setItem(WAS_IN, 'yes');
  if (tabs) tabs.onmessage = () => { forget(); void manager.removeUser(); setDoor({ open: false, closed: 'out' }); };
  setDoor({ open: true, session });
}

/** Ends the session here and at the issuer, which sends the reader back. */
export async function signOut(manager: UserManager): Promise<void> {
  forget();
  sessionStorage.setItem(WAS_OUT, 'yes');
  setDoor({ open: false, closed: 'out' });
  await manager.signoutRedirect().catch(() => manager.removeUser());
}
