import { render } from '@testing-library/react';
import { beforeEach, vi } from 'vitest';
import { App } from '../app/App';
import { makeRouter } from '../app/router';
import calendar from './answers/calendar.json';
import change from './answers/change.json';
import explanation from './answers/explanation.json';
import flips from './answers/flips.json';
import history from './answers/history.json';
import indicators from './answers/indicators.json';
import instruments from './answers/instruments.json';
import recent from './answers/recent.json';
import releases from './answers/releases.json';
import revisions from './answers/revisions.json';
import summary from './answers/summary.json';

export { calendar, explanation, indicators, releases, summary };

/** The answer of the first page with other figures. */
export const board = (figures: object = {}, dates: object = {}) => ({ summary: { ...summary, ...figures }, flips, recent, calendar: { ...calendar, ...dates } });

/** What the page has asked the server for in this test. */
export const requests: URL[] = [];

/** What the server answers at a path below `/api/v1/`; it has nothing at any other. */
export const answers: Record<string, unknown> = {};

function serve(input: RequestInfo | URL): Promise<Response> {
  const url = new URL(String(input), 'http://test');
  requests.push(url);
  const body = answers[url.pathname.replace('/api/v1/', '')];
  if (body instanceof Response) return Promise.resolve(body.clone());
  return Promise.resolve(new Response(JSON.stringify(body), { status: body ? 200 : 404 }));
}

beforeEach(() => {
  requests.length = 0;
  for (const path of Object.keys(answers)) delete answers[path];
  Object.assign(answers, { board: board(), 'bias/EURUSD/explanation': explanation, 'bias/EURUSD/history': history, 'bias/EURUSD/change': change, indicators, instruments, calendar, 'indicators/us-nonfarm-payrolls/revisions': revisions });
  vi.stubGlobal('fetch', serve);
});

/** Opens the application at an address. */
export function open(path: string) {
  window.history.pushState({}, '', path);
  return render(<App router={makeRouter()} />);
}
