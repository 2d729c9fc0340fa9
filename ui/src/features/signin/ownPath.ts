import { SIGN_IN } from '../../shared/api/session';

/** A path of this page, as it came back with a sign-in; the board in place of anything else, so that nobody is sent to another site. */
export function ownPath(path: unknown, origin: string): string {
  if (typeof path !== 'string' || !path.startsWith('/') || !URL.canParse(path, origin)) return '/';
  const url = new URL(path, origin);
  return url.origin === origin && url.pathname !== SIGN_IN ? `${url.pathname}${url.search}${url.hash}` : '/';
}
