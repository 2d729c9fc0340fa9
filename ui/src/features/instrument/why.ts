import type { BiasExplanation, Contribution, Driver } from '../../shared/api/types';

export const FOR_SHOWN = 3;
export const AGAINST_SHOWN = 2;

interface Side {
  name: string;
  drivers: Driver[];
}

/** The reasons in the direction of the score and those against it; for a neutral score those up and those down. */
export function sidesOf({ label, z, reasonsFor, reasonsAgainst }: Pick<BiasExplanation, 'label' | 'z' | 'reasonsFor' | 'reasonsAgainst'>): { first: Side; second: Side } {
  if (label !== 'neutral') return { first: { name: 'For', drivers: reasonsFor }, second: { name: 'Against', drivers: reasonsAgainst } };
  const [up, down] = (z ?? 0) < 0 ? [reasonsAgainst, reasonsFor] : [reasonsFor, reasonsAgainst];
  return { first: { name: 'Up', drivers: up }, second: { name: 'Down', drivers: down } };
}

/** The contributions by category, largest first. */
export function subtotals(parts: Readonly<Record<string, number>>): { category: string; value: number }[] {
  return Object.entries(parts).map(([category, value]) => ({ category, value })).toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

export const ORDERS = { largest: 'Largest', newest: 'Newest', region: 'Region', category: 'Category' } as const;
export type Order = keyof typeof ORDERS;
export const ORDER_WORDS: Record<Order, string> = { largest: 'largest first', newest: 'newest first', region: 'by region', category: 'by category' };

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
