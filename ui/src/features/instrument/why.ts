import type { BiasExplanation, Contribution } from '../../shared/api/schema';

const FOR = 3;
const AGAINST = 2;
export const LOW_AGREEMENT = 0.25;

export interface Why {
  pro: Contribution[];
  contra: Contribution[];
  sumFor: number;
  sumAgainst: number;
}

/** The largest contributions with the sign of Z, and the largest with the opposite sign. */
export function why({ z, contributions }: Pick<BiasExplanation, 'z' | 'contributions'>): Why {
  const sign = (z ?? 0) < 0 ? -1 : 1;
  const bySize = contributions.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const pro = bySize.filter(({ contribution }) => contribution * sign > 0);
  const contra = bySize.filter(({ contribution }) => contribution * sign < 0);
  const sum = (part: Contribution[]) => part.reduce((total, { contribution }) => total + contribution, 0);
  return { pro: pro.slice(0, FOR), contra: contra.slice(0, AGAINST), sumFor: sum(pro), sumAgainst: sum(contra) };
}

export const ORDERS = { largest: 'Largest', newest: 'Newest', region: 'By region', category: 'By category' } as const;
export type Order = keyof typeof ORDERS;

const size = (a: Contribution, b: Contribution) => Math.abs(b.contribution) - Math.abs(a.contribution);
const ORDERINGS: Record<Order, (a: Contribution, b: Contribution) => number> = {
  largest: size,
  newest: (a, b) => a.ageDays - b.ageDays || size(a, b),
  region: (a, b) => a.region.localeCompare(b.region) || size(a, b),
  category: (a, b) => a.category.localeCompare(b.category) || size(a, b),
};

export function ordered(contributions: readonly Contribution[], order: Order): Contribution[] {
  return contributions.toSorted(ORDERINGS[order]);
}

export const CONTRIBUTION_HEADER = ['indicator', 'name', 'region', 'category', 'release', 'released_at', 'actual', 'forecast', 'forecast_kind', 'surprise', 'sigma', 'sigma_observations', 'z_raw', 'z', 'age_days', 'decay', 'weight', 'contribution', 'marks'];

export function contributionRow(part: Contribution) {
  return [part.indicator, part.name, part.region, part.category, part.releaseId, part.releasedAt, part.actual, part.forecast, part.forecastKind, part.surprise, part.sigma, part.sigmaObservations, part.zRaw, part.z, part.ageDays, part.decay, part.weight, part.contribution, part.marks.join(' ')];
}
