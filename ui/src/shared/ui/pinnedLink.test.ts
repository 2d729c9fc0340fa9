import { expect, test } from 'vitest';
import { pinnedLink } from './pinnedLink';

test('a link keeps the address and sets its time', () => {
  expect(pinnedLink('http://127.0.0.1:8080/?class=fx', '2021-09-03T12:30:00Z')).toBe('http://127.0.0.1:8080/?class=fx&asOf=2021-09-03T12:30:00Z');
  expect(pinnedLink('http://127.0.0.1:8080/?asOf=2020-01-01T00:00:00Z', '2021-09-03T12:30:00Z')).toBe('http://127.0.0.1:8080/?asOf=2021-09-03T12:30:00Z');
});
