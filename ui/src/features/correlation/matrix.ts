import type { CorrelationAnswer, CorrelationPair } from '../../shared/api/types';
import { count, NONE, plain, signed } from '../../shared/format/numbers';

export const KINDS = { bias: 'Bias changes', index: 'Index changes', surprise: 'Surprises', price: 'Returns' } as const;
export type Kind = keyof typeof KINDS;
export const STEPS = { week: 'weekly', day: 'daily' } as const;
export type Step = keyof typeof STEPS;
export const METHODS = { pearson: 'Pearson', spearman: 'Spearman' } as const;
export type Method = keyof typeof METHODS;
export const ORDERS = { clusters: 'clusters', name: 'name' } as const;
export type Order = keyof typeof ORDERS;

const read = <T extends string>(values: Record<T, string>, typed: unknown, fallback: T): T => (typeof typed === 'string' && Object.hasOwn(values, typed) ? (typed as T) : fallback);
export const readKind = (typed: unknown): Kind => read<Kind>(KINDS, typed, 'bias');
export const readStep = (typed: unknown): Step => read<Step>(STEPS, typed, 'week');
export const readMethod = (typed: unknown): Method => read<Method>(METHODS, typed, 'pearson');
export const readOrder = (typed: unknown): Order => read<Order>(ORDERS, typed, 'clusters');

/** The ids of the address' pair; null where it names none of these series. */
export function readPair(typed: unknown, ids: readonly string[]): readonly [string, string] | null {
  const [first, second, more] = typeof typed === 'string' ? typed.split(',') : [];
  if (first === undefined || second === undefined || more !== undefined || first === second) return null;
  return ids.includes(first) && ids.includes(second) ? [first, second] : null;
}

/** The series that have a correlation with any other, in the order of the clusters or by name. */
export function ordered({ series, pairs }: Pick<CorrelationAnswer, 'series' | 'pairs'>, order: Order): string[] {
  const correlated = new Set(pairs.filter(({ r }) => r !== null).flatMap(({ first, second }) => [first, second]));
  const ids = series.map(({ id }) => id).filter((id) => correlated.has(id));
  return order === 'name' ? ids.toSorted() : ids;
}

/** Finds a pair whichever of its series comes first. */
export function pairOf(pairs: readonly CorrelationPair[]): (one: string, other: string) => CorrelationPair | undefined {
  const byKey = new Map(pairs.map((pair) => [[pair.first, pair.second].toSorted().join(','), pair]));
  return (one, other) => byKey.get([one, other].toSorted().join(','));
}

/** A cell of the lower triangle: "+.90", without the leading zero; ±1 keeps its one. */
export function cellText(r: number): string {
  return signed(r, 2).replace(/0\./, '.');
}

/** How many of the pairs with a correlation differ from zero. */
export function differing(pairs: readonly CorrelationPair[]): { differ: number; known: number } {
  const known = pairs.filter(({ r }) => r !== null);
  return { differ: known.filter(({ differs }) => differs).length, known: known.length };
}

/** "29 series move like 3.9 independent ones; 191 of 300 pairs differ from zero." */
export function sentence({ shared, pairs }: Pick<CorrelationAnswer, 'shared' | 'pairs'>): string | null {
  const { differ, known } = differing(pairs);
  if (known === 0) return null;
  const independent = shared.effective === null || shared.series < 2 ? '' : `${count(shared.series)} series move like ${plain(shared.effective, 1)} independent ones; `;
  return `${independent}${count(differ)} of ${count(known)} pairs differ from zero.`;
}

export interface Partner {
  id: string;
  r: number;
  differs: boolean;
}

const PARTNERS = 6;

/** The series most alike to one, by the size of the correlation. */
export function partners(pairs: readonly CorrelationPair[], id: string): Partner[] {
  return pairs
    .flatMap(({ first, second, r, differs }): Partner[] => (r === null || (first !== id && second !== id) ? [] : [{ id: first === id ? second : first, r, differs }]))
    .toSorted((a, b) => Math.abs(b.r) - Math.abs(a.r))
    .slice(0, PARTNERS);
}

const STRONGEST = 12;

/** The pairs most alike, or most opposed, the strongest first. */
export function strongest(pairs: readonly CorrelationPair[], opposed: boolean): CorrelationPair[] {
  const sign = opposed ? -1 : 1;
  return pairs.filter(({ r }) => r !== null && r * sign > 0).toSorted((a, b) => sign * ((b.r ?? 0) - (a.r ?? 0))).slice(0, STRONGEST);
}

/** The pair that is open: the one of the address, else the strongest. */
export function chosenPair(pairs: readonly CorrelationPair[], named: readonly [string, string] | null): readonly [string, string] | null {
  if (named !== null) return named;
  const [most] = pairs.filter(({ r }) => r !== null).toSorted((a, b) => Math.abs(b.r ?? 0) - Math.abs(a.r ?? 0));
  return most === undefined ? null : [most.first, most.second];
}

export const interval = ({ lower, upper }: Pick<CorrelationPair, 'lower' | 'upper'>): string => (lower === null || upper === null ? 'no interval: too few independent rows' : `95% interval ${signed(lower, 2)} to ${signed(upper, 2)}`);

const REASONS: Record<string, string> = { 'too-few-observations': 'too few rows in which both have a value', constant: 'one of them does not vary' };

export const missing = ({ reason }: Pick<CorrelationPair, 'reason'>): string => (reason === null ? NONE : REASONS[reason] ?? reason);

const ARROWS: Record<string, readonly [number, number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

/** Where an arrow key leads in the lower triangle from a row and a column; null where it leads out. */
export function stepTo(size: number, row: number, column: number, key: string): { row: number; column: number } | null {
  const [down, right] = ARROWS[key] ?? [0, 0];
  const next = { row: row + down, column: column + right };
  if ((down === 0 && right === 0) || next.row >= size || next.column < 0 || next.column >= next.row) return null;
  return next;
}

export const HEADER = ['first', 'second', 'r', 'lower', 'upper', 'differs', 'observations', 'effective', 'reason'];
export const csvRow = ({ first, second, r, lower, upper, differs, observations, effective, reason }: CorrelationPair) => [first, second, r, lower, upper, String(differs), observations, effective, reason];
