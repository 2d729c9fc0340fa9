import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { refusal, setDoor, type Role, type Session } from '../../shared/api/session';
import { answers, board, open, requests } from '../../test/app';

const UNKNOWN = () => new Response(JSON.stringify({ type: 'urn:macro-edge:problem:unauthorized', detail: 'This server needs to know who asks.' }), { status: 401 });

const asked = (path: string) => requests.filter(({ pathname }) => pathname === path).length;

function signedIn(role: Role, more: Partial<Session> = {}): Session {
  return { name: 'vera', role, authorization: () => Promise.resolve('Bearer t'), events: () => ({ readyState: 0, addEventListener: () => {}, close: () => {} }), signOut: () => {}, ...more };
}

beforeEach(() => {
  sessionStorage.clear();
  setDoor({ open: true, session: null });
  vi.stubGlobal('isSecureContext', true);
});

test('a server that does not ask who you are is asked for nothing more, and nobody is shown', async () => {
  open('/');
  await screen.findByRole('button', { name: 'Settings' });
  expect(asked('/sign-in.json') + asked('/api/v1/caller')).toBe(0);
  expect(screen.queryByRole('button', { name: /Signed in/ })).toBeNull();
});

test.each([
  [{ access: 'oidc', issuer: 'https://login.example.org', client: 'board' }, 'Sign in', 'This server asks who you are.', true],
  [{ access: 'keys', issuer: null, client: null }, 'This page cannot sign you in', 'This server takes keys from programs, and no sign-in is set up. Ask whoever runs it to set one up with an issuer of OpenID Connect.', false],
])('where the board is refused, one page says what to do: %j', async (settings, title, text, able) => {
  answers['board'] = UNKNOWN();
  answers['/sign-in.json'] = settings;
  open('/calendar');
  await screen.findByRole('heading', { name: title });
  expect(screen.getByRole('status').textContent).toBe(text);
  expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(able ? ['Sign in'] : []);
  expect(asked('/api/v1/board')).toBe(1);
  expect(window.location.pathname).toBe('/calendar');
});

test('without encryption the page says why it cannot sign anybody in', async () => {
  vi.stubGlobal('isSecureContext', false);
  answers['board'] = UNKNOWN();
  answers['/sign-in.json'] = { access: 'oidc', issuer: 'https://login.example.org', client: 'board' };
  open('/');
  await screen.findByText(/Open this page with https\.$/);
});

test('a session that the server no longer takes ends with words, and the address stays', async () => {
  setDoor({ open: true, session: signedIn('viewer') });
  answers['board'] = UNKNOWN();
  answers['/sign-in.json'] = { access: 'oidc', issuer: 'https://login.example.org', client: 'board' };
  open('/instruments/EURUSD');
  expect((await screen.findByText(/^Your session has ended/)).textContent).toContain('Sign in again to go on where you were.');
  expect(window.location.pathname).toBe('/instruments/EURUSD');
});

test('the address of the sign-in leads to the board where nobody is asked', async () => {
  setDoor({ open: false, closed: 'new' });
  answers['/sign-in.json'] = { access: 'local', issuer: null, client: null };
  open('/sign-in');
  await screen.findByRole('button', { name: 'Settings' });
  expect(window.location.pathname).toBe('/');
});

test('who is signed in is shown, and can sign out', async () => {
  const signOut = vi.fn();
  setDoor({ open: true, session: signedIn('analyst', { signOut }) });
  open('/');
  fireEvent.click(await screen.findByRole('button', { name: 'Signed in as vera, analyst' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(signOut).toHaveBeenCalledOnce();
});

test.each([['viewer', true], ['analyst', false]] as const)('a %s sees the import and why it is not for viewers', async (role, refused) => {
  setDoor({ open: true, session: signedIn(role) });
  answers['board'] = board({ sampleOnly: true });
  answers['imports/profiles'] = { names: ['macro-edge'] };
  open('/');
  const button = await screen.findByRole('button', { name: 'Import data…' });
  expect(button.getAttribute('aria-disabled')).toBe(refused ? 'true' : null);
  expect(button.dataset['tip']).toBe(refused ? 'This needs the role analyst. You are signed in as vera, with the role viewer.' : undefined);
  await act(async () => { fireEvent.click(button); });
  if (refused) expect(screen.queryByRole('dialog', { name: 'Import a calendar' })).toBeNull();
  else expect(await screen.findByRole('dialog', { name: 'Import a calendar' })).toBeTruthy();
});

test.each([
  ['viewer', 'viewer', true], ['viewer', 'analyst', false], ['viewer', 'admin', false],
  ['analyst', 'viewer', true], ['analyst', 'analyst', true], ['analyst', 'admin', false],
  ['admin', 'viewer', true], ['admin', 'analyst', true], ['admin', 'admin', true],
] as const)('a %s may do what needs a %s: %s', (role, needed, may) => {
  expect(refusal(signedIn(role), needed) === undefined).toBe(may);
  expect(refusal(null, needed)).toBeUndefined();
});
