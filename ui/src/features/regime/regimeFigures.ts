import type { RegimeItem, RegimePoint } from '../../shared/api/types';
import { chance } from '../../shared/format/flips';
import { plain, signed } from '../../shared/format/numbers';
import { regionName } from '../../shared/format/regions';

export type Quadrant = Exclude<RegimePoint['quadrant'], 'undetermined'>;

export const QUADRANTS: Record<Quadrant, { name: string; code: string }> = {
  goldilocks: { name: 'Goldilocks', code: 'Go' },
  reflation: { name: 'Reflation', code: 'Re' },
  stagflation: { name: 'Stagflation', code: 'St' },
  slowdown: { name: 'Slowdown', code: 'Sl' },
};
export const ORDER = Object.keys(QUADRANTS) as Quadrant[];

export const isDetermined = (quadrant: RegimePoint['quadrant']): quadrant is Quadrant => quadrant !== 'undetermined';

/** The composites end here on the plane. */
export const EDGE = 4;

/** Inside it the last state holds. */
export const BAND = 0.25;

const TRAIL_MONTHS = 12;

export interface Spot {
  monthEnd: string;
  growth: number;
  inflation: number;
}

const clipped = (value: number) => Math.max(-EDGE, Math.min(EDGE, value));

/** Where a month-end lies on the plane, at its edge where it is beyond; null where an axis has no composite. */
export function spot({ monthEnd, growth, inflation }: RegimePoint): Spot | null {
  if (growth.composite === null || inflation.composite === null) return null;
  return { monthEnd, growth: clipped(growth.composite), inflation: clipped(inflation.composite) };
}

/** The last twelve month-ends and the one they started from; a gap ends the trail. */
export function trail(points: readonly RegimePoint[]): Spot[] {
  const spots = points.slice(-TRAIL_MONTHS - 1).map(spot);
  return spots.slice(spots.findLastIndex((one) => one === null) + 1).filter((one) => one !== null);
}

/** Month-ends in a row with one quadrant. */
export interface Block {
  quadrant: RegimePoint['quadrant'];
  from: string;
  to: string;
  months: number;
}

export function blocks(points: readonly RegimePoint[]): Block[] {
  const all: Block[] = [];
  for (const { quadrant, monthEnd } of points) {
    const last = all.at(-1);
    if (last?.quadrant === quadrant) { last.to = monthEnd; last.months++; }
    else all.push({ quadrant, from: monthEnd, to: monthEnd, months: 1 });
  }
  return all;
}

/** How often the quadrant changed in a year of determined month-ends; null before a year of them. */
export function changesAYear(points: readonly RegimePoint[]): number | null {
  const known = points.map(({ quadrant }) => quadrant).filter(isDetermined);
  if (known.length < 13) return null;
  const changes = known.filter((quadrant, index) => index > 0 && quadrant !== known[index - 1]).length;
  return (changes * 12) / (known.length - 1);
}

/** "Reflation in all 5 regions with enough data. Australia is nearest to a change." */
export function sentence(items: readonly RegimeItem[]): string {
  const known = items.flatMap(({ region, latest }) => (latest && isDetermined(latest.quadrant) ? [{ region, latest, quadrant: latest.quadrant }] : []));
  if (known.length === 0) return 'No region has enough data yet.';
  const counts = ORDER.map((quadrant) => ({ quadrant, regions: known.filter((one) => one.quadrant === quadrant).length })).filter(({ regions }) => regions > 0);
  const parts = counts.toSorted((a, b) => b.regions - a.regions).map(({ quadrant, regions }) => `${QUADRANTS[quadrant].name.toLowerCase()} in ${regions}`);
  const text = parts.join(', ');
  const nearest = known.toSorted((a, b) => margin(a.latest) - margin(b.latest))[0];
  const regions = `${known.length} ${known.length === 1 ? 'region' : 'regions'}`;
  const of = known.length === items.length ? `all ${regions}` : `the ${regions} with enough data`;
  return `Of ${of}, ${text}.${nearest ? ` ${regionName(nearest.region)} is nearest to a change.` : ''}`;
}

/** How far the nearer axis is from where its state begins to change. */
const margin = ({ growth, inflation }: RegimePoint) => Math.min(growth.distance ?? Infinity, inflation.distance ?? Infinity);

const NO_STATE: Record<string, string> = { 'too-few-data': 'under half of the weight', 'inside-band': 'inside the band so far' };

/** Why a region has no quadrant, by axis. */
export function undetermined({ growth, inflation }: RegimePoint): string {
  const axes = [['growth', growth], ['inflation', inflation]] as const;
  return axes.flatMap(([name, { reason }]) => (reason === null ? [] : [`${name}: ${NO_STATE[reason] ?? reason}`])).join('; ');
}

/** Whether a composite has left the state that an axis still has: it is held until two month-ends lie beyond the band. */
export function isHeld({ composite, state }: RegimePoint['growth']): boolean {
  if (composite === null || state === 'undetermined') return false;
  return state === 'up' ? composite < BAND : composite > -BAND;
}

/** "Reflation for 6 months. Growth is 0.68 above where a change begins, inflation 3.07." */
export function detail({ region, latest }: RegimeItem): string {
  if (latest === null) return `${regionName(region)}: no month-end yet.`;
  if (!isDetermined(latest.quadrant)) return `${regionName(region)}: undetermined (${undetermined(latest)}).`;
  const months = `${latest.dwell} ${latest.dwell === 1 ? 'month-end' : 'month-ends'}`;
  const far = ([['Growth', latest.growth], ['inflation', latest.inflation]] as const)
    .flatMap(([name, { distance, state }]) => (distance === null ? [] : [distance < 0 ? `${name} has been beyond the band once and changes if it stays there` : `${name} is ${plain(distance, 2)} ${state === 'up' ? 'above' : 'below'} where a change begins`]));
  return `${regionName(region)}: ${QUADRANTS[latest.quadrant].name} for ${months}.${far.length === 0 ? '' : ` ${far.join('; ')}.`}`;
}

/** The parts of the odds that are worth a place, in the order of the quadrants. */
export function odds(point: RegimePoint): { quadrant: Quadrant; share: number; text: string }[] {
  const { odds: given } = point;
  if (given === null) return [];
  return ORDER.map((quadrant) => ({ quadrant, share: given[quadrant], text: `${QUADRANTS[quadrant].code} ${chance(given[quadrant])}` })).filter(({ share }) => share >= 0.005);
}

export const composite = (value: number | null) => (value === null ? '–' : signed(value, 2));

export const HEADER = ['region', 'month_end', 'quadrant', 'dwell', 'growth', 'growth_state', 'growth_up', 'inflation', 'inflation_state', 'inflation_up', 'goldilocks', 'reflation', 'stagflation', 'slowdown', 'probability'];

export function csvRow({ region, latest }: RegimeItem) {
  if (latest === null) return [region, ...HEADER.slice(1).map(() => null)];
  const { monthEnd, quadrant, dwell, growth, inflation, odds: given } = latest;
  return [region, monthEnd, quadrant, dwell, growth.composite, growth.state, growth.up, inflation.composite, inflation.state, inflation.up,
    ...ORDER.map((one) => given?.[one] ?? null), given === null ? null : String(given.probability)];
}
