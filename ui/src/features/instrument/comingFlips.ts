import type { FlipAnswer, FlipPoint, FlipRelease } from '../../shared/api/types';

/** A release that is to come and one label that it could give an instrument. */
export interface ComingFlip {
  release: FlipRelease;
  flip: FlipPoint;
}

const size = ({ firstSigmas, sigmas }: FlipPoint) => Math.abs(firstSigmas ?? sigmas);

/** Every flip of an instrument by time; of one release the nearest first. */
export function comingFlips({ releases }: Pick<FlipAnswer, 'releases'>, instrument: string): ComingFlip[] {
  return releases.flatMap((release) =>
    release.items.filter((item) => item.instrument === instrument).flatMap(({ flips }) => flips.toSorted((a, b) => size(a) - size(b)).map((flip) => ({ release, flip }))));
}

export const COMING_HEADER = ['released_at', 'scheduled', 'region', 'indicator', 'name', 'forecast', 'forecast_kind', 'new_label', 'first_value', 'first_sigmas', 'sigmas', 'probability', 'past_surprises'];

export function comingCsv({ release, flip }: ComingFlip) {
  return [release.releasedAt, String(release.scheduled), release.region, release.indicator, release.name, release.forecast, release.forecastKind, flip.label, flip.firstValue, flip.firstSigmas, flip.sigmas, flip.probability, release.pastSurprises];
}
