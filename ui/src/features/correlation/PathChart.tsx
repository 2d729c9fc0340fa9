import type { RollingCorrelation } from '../../shared/api/types';
import { signed } from '../../shared/format/numbers';
import { pieces, years, type PathPoint } from './pathPoints';
import type { Step } from './matrix';

interface Props {
  path: RollingCorrelation;
  width: number;
  name: string;
  step: Step;
}

const HEIGHT = 180;
const TOP = 8;
const BOTTOM = 22;
const AXIS = 40;
const LINES = [1, 0.5, 0, -0.5, -1];

/** The correlation over a rolling window, with its 95% interval. */
export function PathChart({ path, width, name, step }: Props) {
  const parts = pieces(path);
  const all = parts.flat();
  const [from, to] = [all[0]?.time, all.at(-1)?.time];
  const words = `${path.window} ${step === 'week' ? 'weeks' : 'weekdays'}`;
  if (from === undefined || to === undefined || to === from) return <p className="second quiet">No path: too few rows of values in {words}.</p>;
  const x = (time: number) => AXIS + ((time - from) / (to - from)) * (width - AXIS - 4);
  const y = (r: number) => TOP + ((1 - r) / 2) * (HEIGHT - TOP - BOTTOM);
  const last = all.at(-1);
  return (
    <>
      <svg width={width} height={HEIGHT} role="img" aria-label={`Correlation of ${name} over rolling ${words}: ${signed(all[0]?.r ?? 0, 2)} at first, ${signed(last?.r ?? 0, 2)} at last`}>
        {LINES.map((r) => <g key={r}><path className="path-line" data-zero={r === 0 || undefined} d={`M${AXIS} ${y(r)}H${width}`} /><text className="path-text" x={AXIS - 6} y={y(r) + 4} textAnchor="end">{signed(r, 1)}</text></g>)}
        {years(from, to).map(({ year, time }) => <text key={year} className="path-text" x={x(time)} y={HEIGHT - 6} textAnchor="middle">{year}</text>)}
        {parts.map((piece) => <path key={piece[0]?.time} className="path-band" d={band(piece, x, y)} />)}
        {parts.map((piece) => <polyline key={piece[0]?.time} className="path-r" points={piece.map(({ time, r }) => `${x(time)},${y(r)}`).join(' ')} />)}
      </svg>
      <p className="second faint">Rolling {words}, with the 95% interval. Later rows never change an earlier point.</p>
    </>
  );
}

function band(piece: readonly PathPoint[], x: (time: number) => number, y: (r: number) => number): string {
  const known = piece.flatMap(({ time, lower, upper }) => (lower === null || upper === null ? [] : [{ time, lower, upper }]));
  if (known.length === 0) return '';
  const up = known.map(({ time, upper }) => `${x(time)} ${y(upper)}`);
  const down = known.toReversed().map(({ time, lower }) => `${x(time)} ${y(lower)}`);
  return `M${[...up, ...down].join('L')}Z`;
}
