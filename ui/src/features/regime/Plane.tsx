import { tradingDay } from '../../shared/format/times';
import { useWidth } from '../../shared/ui/useWidth';
import { BAND, EDGE, QUADRANTS, type Quadrant, type Spot } from './regimeFigures';
import type { RegimePoint } from '../../shared/api/types';

interface Props {
  spots: readonly { region: string; quadrant: RegimePoint['quadrant']; at: Spot }[];
  trail: readonly Spot[];
  chosen: string;
}

const LARGEST = 580;
const PAD = 26;
const TICKS = [-3, -2, -1, 1, 2, 3];

const CORNERS: readonly { quadrant: Quadrant; growth: number; inflation: number }[] = [
  { quadrant: 'stagflation', growth: -EDGE, inflation: EDGE },
  { quadrant: 'reflation', growth: BAND, inflation: EDGE },
  { quadrant: 'slowdown', growth: -EDGE, inflation: -BAND },
  { quadrant: 'goldilocks', growth: BAND, inflation: -BAND },
];

/** Every region by growth and inflation, with the trail of one. */
export function Plane({ spots, trail, chosen }: Props) {
  const [width, measure] = useWidth();
  return (
    <section className="card regime-plane" aria-labelledby="plane-title">
      <div className="card-head"><h2 id="plane-title">Growth and inflation <span className="faint second">trail of {chosen}, 12 months</span></h2></div>
      <div ref={measure} className="plane-box">{width > 0 && <Drawing spots={spots} trail={trail} chosen={chosen} size={Math.min(width, LARGEST)} />}</div>
      <p className="card-foot second faint">Pale cross: inside ±{BAND} the last state holds. Clipped at ±{EDGE}. The table has the same figures.</p>
    </section>
  );
}

function Drawing({ spots, trail, chosen, size }: Props & { size: number }) {
  const scale = (size - 2 * PAD) / (2 * EDGE);
  const x = (growth: number) => PAD + (growth + EDGE) * scale;
  const y = (inflation: number) => PAD + (EDGE - inflation) * scale;
  const side = (EDGE - BAND) * scale;
  const start = trail[0];
  return (
    <svg width={size} height={size} role="img" aria-label={`Regions by growth and inflation: ${spots.map(({ region, quadrant }) => `${region} ${quadrant}`).join(', ')}`}>
      {CORNERS.map(({ quadrant, growth, inflation }) => (
        <g key={quadrant}>
          <rect className="plane-corner" data-regime={quadrant} x={x(growth)} y={y(inflation)} width={side} height={side} />
          <text className="plane-name" x={growth < 0 ? x(-EDGE) + 8 : x(EDGE) - 8} y={inflation > 0 ? y(EDGE) + 18 : y(-EDGE) - 8} textAnchor={growth < 0 ? 'start' : 'end'}>{QUADRANTS[quadrant].name}</text>
        </g>
      ))}
      <path className="plane-axis" d={`M${x(-EDGE)} ${y(0)}H${x(EDGE)}M${x(0)} ${y(-EDGE)}V${y(EDGE)}`} />
      {TICKS.map((value) => <text key={value} className="plane-tick" x={x(value)} y={y(0) + 14} textAnchor="middle">{tick(value)}</text>)}
      {TICKS.map((value) => <text key={`i${value}`} className="plane-tick" x={x(0) - 6} y={y(value) + 4} textAnchor="end">{tick(value)}</text>)}
      <text className="plane-tick" x={x(EDGE)} y={y(0) - 6} textAnchor="end">growth</text><text className="plane-tick" x={x(0) + 6} y={PAD - 10}>inflation</text>
      {trail.length > 1 && <polyline className="plane-trail" points={trail.map(({ growth, inflation }) => `${x(growth)},${y(inflation)}`).join(' ')} />}
      {start && trail.length > 1 && <text className="plane-tick" x={x(start.growth) + (start.growth > 1 ? -6 : 6)} y={y(start.inflation) + 14} textAnchor={start.growth > 1 ? 'end' : 'start'}>{tradingDay(start.monthEnd).slice(-8)}</text>}
      {spots.map(({ region, quadrant, at }) => (
        <g key={region}>
          <circle className="plane-dot" data-regime={quadrant} data-chosen={region === chosen || undefined} cx={x(at.growth)} cy={y(at.inflation)} r={region === chosen ? 8 : 6} />
          <text className="plane-region" x={x(at.growth) + (at.growth > 3 ? -10 : 10)} y={y(at.inflation) + 4} textAnchor={at.growth > 3 ? 'end' : 'start'}>{region}</text>
        </g>
      ))}
    </svg>
  );
}

const tick = (value: number) => (value > 0 ? `+${value}` : `−${-value}`);
