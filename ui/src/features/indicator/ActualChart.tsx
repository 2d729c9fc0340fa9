import type { Indicator, Release } from '../../shared/api/types';
import { published } from '../../shared/format/figures';
import { scaleOf } from './indicatorFigures';

interface Props {
  items: readonly Release[];
  indicator: Indicator;
  width: number;
  name: string;
}

const HEIGHT = 240;
const TOP = 10;
const BOTTOM = 24;
const AXIS = 64;
const LEFT = 12;

/** With less room for a release than this, its forecast and its stem would touch those beside it: one line joins the forecasts. */
const CROWDED = 7;

export function ActualChart({ items, indicator, width, name }: Props) {
  const { lines, low, high } = scaleOf(items, indicator.step);
  const times = items.map(({ releasedAt }) => Date.parse(releasedAt));
  const [from = 0, to = 1] = [times[0], times.at(-1)];
  const x = (time: number) => (to === from ? (width - AXIS) / 2 : LEFT + ((time - from) / (to - from)) * (width - AXIS - 2 * LEFT));
  const y = (value: number) => TOP + ((high - Math.min(high, Math.max(low, value))) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const crowded = (width - AXIS) / items.length < CROWDED;
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={name}>
      {lines.map((value) => (
        <g key={value}>
          <path className="actual-line" data-zero={value === 0 || undefined} d={`M0 ${y(value)}H${width - AXIS}`} />
          <text className="actual-text" x={width - AXIS + 8} y={y(value) + 4}>{value === 0 ? '0' : published(value, indicator)}</text>
        </g>
      ))}
      {years(from, to).map(({ year, time }) => <text key={year} className="actual-text" x={x(time)} y={HEIGHT - 6} textAnchor="middle">{year}</text>)}
      {crowded && <path className="actual-path" d={forecastPath(items.map(({ forecast }, index) => (forecast === null ? null : [x(times[index] ?? 0), y(forecast)])))} />}
      {items.map((item, index) => <Mark key={item.releaseId} item={item} x={x(times[index] ?? 0)} y={y} crowded={crowded} scale={{ low, high }} figure={published(item.actual, indicator)} />)}
    </svg>
  );
}

interface MarkProps {
  item: Release;
  x: number;
  y: (value: number) => number;
  crowded: boolean;
  scale: { low: number; high: number };
  /** Stands where the actual is beyond the scale. */
  figure: string;
}

function Mark({ item: { actual, forecast, z }, x, y, crowded, scale: { low, high }, figure }: MarkProps) {
  const outside = actual > high ? 'above' : actual < low ? 'below' : undefined;
  const tone = z === null ? 'none' : z === 0 ? 'zero' : z < 0 ? 'bear' : 'bull';
  return (
    <g className="actual-mark" data-tone={tone}>
      {!crowded && forecast !== null && <path className="actual-stem" d={`M${x} ${y(forecast)}V${y(actual)}`} />}
      {!crowded && forecast !== null && forecast >= low && forecast <= high && <path className="actual-forecast" d={`M${x - 4} ${y(forecast)}h8`} />}
      {outside === undefined ? <circle cx={x} cy={y(actual)} r={crowded ? 2.5 : 3} /> : <path className="actual-outside" d={`M${x - 4} ${y(actual)}h8l-4 ${outside === 'above' ? -6 : 6}z`} />}
      {outside !== undefined && <text className="actual-text" x={x + (x < AXIS ? 7 : -7)} y={y(actual) + 4} textAnchor={x < AXIS ? 'start' : 'end'}>{figure}</text>}
    </g>
  );
}

/** One line through the forecasts. A release without a forecast interrupts it. */
function forecastPath(points: readonly ([number, number] | null)[]): string {
  return points.map((point, index) => (point === null ? '' : `${points[index - 1] ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`)).join('');
}

/** The first days of years in a range; at most ten of them, evenly. */
function years(from: number, to: number): { year: number; time: number }[] {
  const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()];
  const every = Math.ceil((last - first + 1) / 10);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
    .filter((year) => (year - first) % every === 0)
    .map((year) => ({ year, time: Date.UTC(year, 0, 1) }));
}
