import { expect, test } from 'vitest';
import type { FlipPoint, FlipRelease } from '../../shared/api/types';
import { COMING_HEADER, comingCsv, comingFlips } from './comingFlips';

const flip = (label: FlipPoint['label'], firstSigmas: number | null, sigmas = firstSigmas ?? 0): FlipPoint => ({ label, sigmas, value: firstSigmas, firstValue: firstSigmas, firstSigmas, probability: 0.1 });
const release = (indicator: string, items: FlipRelease['items']): FlipRelease => ({
  releaseId: null, indicator, name: indicator, shortName: indicator, region: 'US', releasedAt: '2021-09-10T12:30:00Z', scheduled: true, unit: 'index', step: 0.1,
  forecast: 50, forecastKind: 'survey', marks: [], sigma: 1, sigmaObservations: 40, reason: null, pastSurprises: 40, bandwidth: 0.4, items,
});

test('the flips of one instrument come by time, and of one release the nearest first', () => {
  const answer = {
    releases: [
      release('a', [{ instrument: 'EURUSD', score: 50, label: 'bullish', flips: [flip('neutral', -2), flip('strongly-bullish', 1)] }, { instrument: 'SPX', score: 0, label: 'neutral', flips: [flip('bullish', 0.1)] }]),
      release('b', [{ instrument: 'EURUSD', score: 50, label: 'bullish', flips: [flip('neutral', null, -0.3)] }]),
      release('c', []),
    ],
  };
  expect(comingFlips(answer, 'EURUSD').map(({ release: { indicator }, flip: { label } }) => [indicator, label])).toEqual([['a', 'strongly-bullish'], ['a', 'neutral'], ['b', 'neutral']]);
  expect(comingFlips(answer, 'XAUUSD')).toEqual([]);
});

test('the file has a cell for each column', () => {
  expect(comingCsv({ release: release('a', []), flip: flip('neutral', -2) })).toHaveLength(COMING_HEADER.length);
});
