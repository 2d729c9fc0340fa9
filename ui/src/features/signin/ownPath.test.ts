import { expect, test } from 'vitest';
import { ownPath } from './ownPath';

test.each([
  ['/instruments/EURUSD?range=1y&asOf=2021-09-03T12:30:00Z#main', '/instruments/EURUSD?range=1y&asOf=2021-09-03T12:30:00Z#main'],
  ['/', '/'],
  ['/sign-in?code=1', '/'],
  ['//evil.example/x', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
  [undefined, '/'],
  [{ path: '/' }, '/'],
])('from %j a sign-in leads to %s', (sent, path) => {
  expect(ownPath(sent, 'https://desk.example.org')).toBe(path);
});
