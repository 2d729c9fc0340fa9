import type { Label } from '../api/types';
import { score } from '../format/numbers';
import { toneOf } from './LabelWord';
import './Sparkline.css';

interface Props {
  /** The scores at the closes, oldest first; null where there was none. */
  scores: readonly (number | null)[];
  /** The score and label of now, the last point. */
  now: number | null;
  label: Label | null;
}

const WIDTH = 80;
const HEIGHT = 24;
const EDGE = 3;

/** Lines through the known scores, on a scale of ±100 whatever they are, so that rows can be compared. A day without a score is a gap. */
export function sparklinePaths(scores: readonly (number | null)[]): string[] {
  const step = (WIDTH - 2 * EDGE) / Math.max(1, scores.length - 1);
  const paths: string[] = [];
  let open = '';
  scores.forEach((value, index) => {
    if (value === null) { if (open !== '') paths.push(open); open = ''; return; }
    open += `${open === '' ? 'M' : 'L'}${(EDGE + index * step).toFixed(1)} ${height(value).toFixed(1)}`;
  });
  return open === '' ? paths : [...paths, open];
}

const height = (value: number) => HEIGHT / 2 - (value / 100) * (HEIGHT / 2 - EDGE);

/** The scores of 90 days and now, small. */
export function Sparkline({ scores, now, label }: Props) {
  const known = [...scores, now].filter((value) => value !== null);
  if (known.length < 2) return null;
  const name = `90 days: lowest ${score(Math.min(...known))}, highest ${score(Math.max(...known))}`;
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
      <path className="sparkline-zero" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
      {sparklinePaths([...scores, now]).map((path) => <path key={path} className="sparkline-line" d={path} />)}
      {now !== null && <circle className={`sparkline-now ${toneOf(label)}`} cx={WIDTH - EDGE} cy={height(now)} r="2.2" />}
    </svg>
  );
}
