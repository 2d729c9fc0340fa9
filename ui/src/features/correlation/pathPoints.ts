import type { RollingCorrelation } from '../../shared/api/types';

export interface PathPoint {
  time: number;
  r: number;
  lower: number | null;
  upper: number | null;
}

/** The points of a path in pieces without a gap: a row without a correlation is drawn as none. */
export function pieces({ points }: RollingCorrelation): PathPoint[][] {
  const all: PathPoint[][] = [[]];
  for (const { until, r, lower, upper } of points) {
    if (r === null) all.push([]);
    else all.at(-1)?.push({ time: Date.parse(until), r, lower, upper });
  }
  return all.filter((piece) => piece.length > 0);
}

/** The first instant of each year between two times, in UTC. */
export function years(from: number, to: number): { year: number; time: number }[] {
  const first = new Date(from).getUTCFullYear() + 1;
  const last = new Date(to).getUTCFullYear();
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({ year: first + index, time: Date.UTC(first + index, 0, 1) }));
}
