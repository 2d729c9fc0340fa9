import type { ConsensusPath, ConsensusPoint, Indicator } from '../../shared/api/types';
import { published } from '../../shared/format/figures';
import { instant } from '../../shared/format/times';

/** Whether a source says how far apart the forecasts are that its figure sums up, or how many they are. */
const hasSpread = ({ low, high, count }: ConsensusPoint) => low !== null || high !== null || count !== null;

/** The paths that say more than the list of releases: from when on a source said something, or how far apart its forecasts were. */
export function shownPaths(paths: readonly ConsensusPath[]): ConsensusPath[] {
  return paths.filter(({ points }) => points.some((point) => point.from !== null || hasSpread(point)));
}

/** Whether any point of a path has a low, a high or a count; without one, their columns would be empty. */
export const hasSpreads = ({ points }: ConsensusPath): boolean => points.some(hasSpread);

/** "Fri 3 Sep 14:30, to come" or "Fri 3 Sep 14:30, 235K". */
export function pathTitle({ releasedAt, actual }: ConsensusPath, indicator: Indicator, asOf: string): string {
  return `${instant(releasedAt, asOf)}, ${actual === null ? 'to come' : published(actual, indicator)}`;
}

/** When a source said so first, or that its history does not say when. */
export const saidFrom = ({ from }: ConsensusPoint, asOf: string): string => (from === null ? 'imported' : instant(from, asOf));
