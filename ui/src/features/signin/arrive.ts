import type { UserManager } from 'oidc-client-ts';
import { ApiError } from '../../shared/api/client';
import { setDoor, SIGN_IN, type Closed } from '../../shared/api/session';
import { enter, forget, isOver, managerOf, wasIn, wasOut } from './issuer';
import { ownPath } from './ownPath';

/** What stands on the page: a heading, what is the matter, and what the reader can do about it. */
export interface Words {
  title: string;
  text: string;
  /** Null where the page cannot sign anybody in. */
  manager: UserManager | null;
  /** Whether somebody is signed in at the issuer who is of no use here. */
  someone?: boolean;
}

interface Settings {
  access: 'local' | 'keys' | 'oidc';
  issuer: string | null;
  client: string | null;
}

const TITLE = 'Sign in';

const REASONS: Record<Closed, string> = {
  new: 'This server asks who you are.',
  ended: 'Your session has ended. Sign in again to go on where you were.',
  out: 'You are signed out.',
};

const unable = (text: string): Words => ({ title: 'This page cannot sign you in', text, manager: null });

async function settings(): Promise<Settings> {
  const answer = await fetch('/sign-in.json', { headers: { Accept: 'application/json' } });
  return (await answer.json()) as Settings;
}

export const hereAndNow = () => ownPath(`${window.location.pathname}${window.location.search}${window.location.hash}`, window.location.origin);

export const start = (manager: UserManager) => manager.signinRedirect({ state: hereAndNow() });

/**
 * What to do with a reader whom the server does not know: back from the issuer, the reader is let in; in a tab that was signed in before a
 * reload, the issuer is asked; anyone else reads what to do.
 *
 * @returns null where the page opens or the issuer answers next
 */
export async function arrive(closed: Closed, go: (path: string) => void): Promise<Words | null> {
  const { access, issuer, client } = await settings();
  if (access === 'local') {
    go('/');
    setDoor({ open: true, session: null });
    return null;
  }
  if (issuer === null || client === null) return unable('This server takes keys from programs, and no sign-in is set up. Ask whoever runs it to set one up with an issuer of OpenID Connect.');
  if (!window.isSecureContext) return unable('A browser signs in only over an encrypted connection. Open this page with https.');
  const manager = managerOf(issuer, client);
  if (window.location.pathname === SIGN_IN && new URLSearchParams(window.location.search).has('state')) return back(manager, go);
  if (closed === 'new' && wasIn()) {
    forget();
    await manager.signinRedirect({ state: hereAndNow(), prompt: 'none' });
    return null;
  }
  forget();
  return { title: TITLE, text: REASONS[closed === 'new' && wasOut() ? 'out' : closed], manager };
}

async function back(manager: UserManager, go: (path: string) => void): Promise<Words | null> {
  try {
    const user = await manager.signinRedirectCallback();
    const path = ownPath(user.state, window.location.origin);
    go(path);
    await enter(manager, user);
    return null;
  } catch (fault) {
    return { title: TITLE, manager, ...refused(fault, go) };
  }
}

function refused(fault: unknown, go: (path: string) => void): { text: string; someone: boolean } {
  if (fault instanceof ApiError) return { text: fault.message, someone: true };
  const state = (fault as { state?: unknown }).state;
  go(ownPath(state, window.location.origin));
  if (isOver(fault) && (fault as { error?: string | null }).error === 'login_required') return { text: REASONS.ended, someone: false };
  return { text: `The sign-in did not come to its end: ${(fault as Error).message}.`, someone: false };
}
