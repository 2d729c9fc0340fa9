import type { Release } from '../../shared/api/types';
import { NONE, plain, sigmas, signed } from '../../shared/format/numbers';
import { useWidth } from '../../shared/ui/useWidth';
import { beyond, BIN, binOf, bins, EDGE, type Bin } from './indicatorFigures';

const WIDEST = 720;
const HEIGHT = 156;
const ROOM = 18;

/** How far the surprises have gone: a bar for each half σ. The edge marks the bar of the last one. */
export function HistogramCard({ items }: { items: readonly Release[] }) {
  const [width, measure] = useWidth();
  const known = items.filter(({ z }) => z !== null);
  const all = bins(items);
  const share = beyond(items, 2);
  const last = known.at(-1)?.z ?? null;
  if (known.length === 0) {
    return <section className="card" aria-labelledby="histogram-title"><div className="card-head"><h2 id="histogram-title">Surprises</h2></div><p className="panel-state">No release so far has a z: it needs a forecast and ten earlier surprises.</p></section>;
  }
  return (
    <section className="card" aria-labelledby="histogram-title">
      <div className="card-head"><h2 id="histogram-title">Surprises <span className="faint second">z in steps of half a σ; the edge marks the last</span></h2></div>
      <div className="histogram" ref={measure}>{width > 0 && <Histogram all={all} last={last} width={Math.min(width, WIDEST)} />}</div>
      <p className="second faint card-foot">n {known.length}; {share === null ? NONE : `${Math.round(share * 100)}%`} beyond ±2σ{last !== null && `; the last was ${sigmas(last)}`}.</p>
    </section>
  );
}

function Histogram({ all, last, width }: { all: readonly Bin[]; last: number | null; width: number }) {
  const most = Math.max(...all.map(({ count }) => count), 1);
  const bar = width / all.length;
  const name = `Number of surprises by z: ${all.filter(({ count }) => count > 0).map((bin) => `${words(bin)}: ${bin.count}`).join(', ')}`;
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={name}>
      {all.map(({ from, count }, index) => {
        const height = (count / most) * (HEIGHT - 2 * ROOM);
        const top = HEIGHT - ROOM - height;
        return (
          <g key={from}>
            {count > 0 && <rect className="histogram-bar" data-last={(last !== null && binOf(last) === index) || undefined} x={index * bar + 2} width={bar - 4} y={top} height={height} />}
            {count > 0 && <text className="actual-text" x={index * bar + bar / 2} y={top - 4} textAnchor="middle">{count}</text>}
            {Number.isInteger(from / 2) && <text className="actual-text" x={index * bar} y={HEIGHT - 4} textAnchor={index === 0 ? 'start' : 'middle'}>{from === 0 ? '0' : signed(from, 0)}</text>}
          </g>
        );
      })}
      <text className="actual-text" x={width} y={HEIGHT - 4} textAnchor="end">{signed(EDGE, 0)}</text>
      <path className="histogram-axis" d={`M0 ${HEIGHT - ROOM + 0.5}H${width}M${width / 2} ${ROOM}V${HEIGHT - ROOM}`} />
    </svg>
  );
}

function words({ from }: Bin): string {
  if (from === -EDGE) return `under ${plain(from + BIN, 1)}`;
  return from + BIN === EDGE ? `${plain(from, 1)} or more` : `${plain(from, 1)} to ${plain(from + BIN, 1)}`;
}
