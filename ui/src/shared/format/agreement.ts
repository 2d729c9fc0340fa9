import type { BiasMeasures } from '../api/types';

/** Below this agreement the reasons pull both ways. */
export const LOW_AGREEMENT = 0.25;

export interface Split {
  /** The share of the contributions that point up, of those that point down. They add up to one. */
  up: number;
  down: number;
  /** The sums behind the shares, in units of Z; the second one is negative. Null where Z and agreement do not tell them. */
  sums: { up: number; down: number } | null;
  hollow: boolean;
}

/** Splits the contributions into up and down, from agreement = |Σc| / Σ|c| and Z = Σc. Null if nothing contributes. */
export function split({ agreement, z }: Pick<BiasMeasures, 'agreement' | 'z'>): Split | null {
  if (agreement === null || z === null) return null;
  const larger = (1 + agreement) / 2;
  const up = z < 0 ? 1 - larger : larger;
  const total = agreement === 0 ? null : Math.abs(z) / agreement;
  return { up, down: 1 - up, sums: total === null ? null : { up: total * up, down: -total * (1 - up) }, hollow: agreement < LOW_AGREEMENT };
}
