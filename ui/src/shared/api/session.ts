import { useSyncExternalStore } from 'react';

export const ROLES = ['viewer', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A stream of events: what the board needs of the browser's EventSource. */
export interface Events {
  readonly readyState: number;
  addEventListener: (type: string, listener: () => void) => void;
  close: () => void;
}

/** Who is signed in. */
export interface Session {
  name: string;
  role: Role;
  /** The header that says so, with a token that is in force. Fails where there is none any more. */
  authorization: () => Promise<string>;
  events: (path: string) => Events;
  signOut: () => void;
}

/** Why nobody is signed in: nobody was yet, the session has ended, or its holder has ended it. */
export type Closed = 'new' | 'ended' | 'out';

/** A server in local mode asks nobody, so the page is open without a session until a request is refused. */
export type Door = { open: true; session: Session | null } | { open: false; closed: Closed };

/** Where an issuer sends its readers back to. */
export const SIGN_IN = '/sign-in';

const atStart = (): Door => (typeof window !== 'undefined' && window.location.pathname === SIGN_IN ? { open: false, closed: 'new' } : { open: true, session: null });

let door = atStart();
const listeners = new Set<() => void>();

export function setDoor(next: Door): void {
  door = next;
  for (const listener of listeners) listener();
}

/** The server does not know who asks. */
export function refuse(): void {
  if (door.open) setDoor({ open: false, closed: door.session === null ? 'new' : 'ended' });
}

export const session = (): Session | null => (door.open ? door.session : null);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDoor = (): Door => useSyncExternalStore(subscribe, () => door);

/** Why the reader may not do what a role is needed for; undefined where it may. */
export function refusal(holder: Session | null, needed: Role): string | undefined {
  if (holder === null || ROLES.indexOf(holder.role) >= ROLES.indexOf(needed)) return undefined;
  return `This needs the role ${needed}. You are signed in as ${holder.name}, with the role ${holder.role}.`;
}

export function useRefusal(needed: Role): string | undefined {
  const now = useDoor();
  return refusal(now.open ? now.session : null, needed);
}
