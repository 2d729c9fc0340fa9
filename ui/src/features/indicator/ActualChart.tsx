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
      {items.map((item, index) => <Mark key={item.releaseId} item={item} x={x(times[index] ?? 0)} y={y} crowded={crowded} scale={{ low, high }} indicator={indicator} />)}
    </svg>
  );
}

interface MarkProps {
  item: Release;
  x: number;
  y: (value: number) => number;
  crowded: boolean;
  scale: { low: number; high: number };
  indicator: Indicator;
}

function Mark({ item, x, y, crowded, scale, indicator }: MarkProps) {
  const { actual, forecast, z } = item;
  const outside = beyondScale(actual, scale);
  const forecastOutside = forecast === null ? undefined : beyondScale(forecast, scale);
  const tone = z === null ? 'none' : z === 0 ? 'zero' : z < 0 ? 'bear' : 'bull';
  return (
    <g className="actual-mark" data-tone={tone}>
      {!crowded && forecast !== null && <path className="actual-stem" d={`M${x} ${y(forecast)}V${y(actual)}`} />}
      {!crowded && forecast !== null && forecastOutside === undefined && <path className="actual-forecast" d={`M${x - 4} ${y(forecast)}h8`} />}
      {outside === undefined && <circle cx={x} cy={y(actual)} r={crowded ? 2.5 : 3} />}
      {outside && <Beyond className="actual-outside" x={x} y={y(actual)} side={outside} text={figures(item, forecastOutside === outside, indicator)} />}
      {!crowded && forecast !== null && forecastOutside && forecastOutside !== outside && <Beyond className="forecast-outside" x={x} y={y(forecast)} side={forecastOutside} text={published(forecast, indicator)} />}
    </g>
  );
}

type Side = 'above' | 'below';

function beyondScale(value: number, { low, high }: MarkProps['scale']): Side | undefined {
  return value > high ? 'above' : value < low ? 'below' : undefined;
}

/** What stands at a triangle: the actual, and the forecast too where that is beyond the same end. */
function figures({ actual, forecast }: Release, both: boolean, indicator: Indicator): string {
  const text = published(actual, indicator);
  return both && forecast !== null ? `${text} vs ${published(forecast, indicator)}` : text;
}

/** A triangle at the end of the scale that a figure lies beyond. */
function Beyond({ className, x, y, side, text }: { className: string; x: number; y: number; side: Side; text: string }) {
  const right = x < AXIS || className === 'forecast-outside';
  return (
    <>
      <path className={className} d={`M${x - 4} ${y}h8l-4 ${side === 'above' ? -6 : 6}z`} />
      <text className="actual-text" x={x + (right ? 7 : -7)} y={y + 4} textAnchor={right ? 'start' : 'end'}>{text}</text>
    </>
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
