import { expect, test } from 'vitest';
import { ApiError, freshness, setStreaming } from './client';

const failed = (status: number | null, code = 'x') => ({ state: { error: new ApiError(code, 'No.', null, '2026-01-01T00:00:00Z', status) } });
const answered = { state: { error: null } };
const askedBefore = { state: { error: null, isInvalidated: true } };

test.each([undefined, '2021-09-03T12:30:00Z'])('what fails for now is tried again after ten seconds, as of %s', (asOf) => {
  const { refetchInterval } = freshness({ asOf });
  expect(refetchInterval(failed(503, 'database-fault'))).toBe(10_000);
  expect(refetchInterval(failed(429))).toBe(10_000);
  expect(refetchInterval(failed(null, 'server-unreachable'))).toBe(10_000);
});

test('a refusal of a past answer stays, a live one is asked again in turn', () => {
  expect(freshness({ asOf: '2021-09-03T12:30:00Z' }).refetchInterval(failed(404))).toBe(false);
  expect(freshness({ asOf: undefined }).refetchInterval(failed(404))).toBe(15_000);
  expect(freshness({ asOf: '2021-09-03T12:30:00Z' }).refetchInterval(answered)).toBe(false);
});

test('while the stream is open, a live answer is asked for every minute, and one from before it once more in its turn', () => {
  const { refetchInterval } = freshness({ asOf: undefined });
  setStreaming(true);
  expect(refetchInterval(answered)).toBe(60_000);
  expect(refetchInterval(askedBefore)).toBe(15_000);
  expect(refetchInterval(failed(503))).toBe(10_000);
  setStreaming(false);
  expect(refetchInterval(answered)).toBe(15_000);
});
