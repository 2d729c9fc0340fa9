import { use, useId } from 'react';
import type { BiasMeasures } from '../api/types';
import { LABEL_WORDS, THIN } from '../format/labels';
import { score as scoreText } from '../format/numbers';
import { Bounds } from './bounds';
import './ScoreBar.css';

interface Props {
  item: Pick<BiasMeasures, 'score' | 'label' | 'reason'>;
  width?: number;
  height?: number;
  /** The score before a live change, shown as a tick on the bar. */
  before?: number | null | undefined;
}

function nameOf({ score, label, reason }: Props['item'], before: number | null): string {
  const words = label ? LABEL_WORDS[label].toLowerCase() : reason === THIN ? 'no label: thin coverage' : 'no label';
  return `score ${scoreText(score)}, ${words}${before === null ? '' : `, was ${scoreText(before)}`}`;
}

/** A score as a bar from the centre: hatched under thin coverage, dashed and empty if there is no score. */
export function ScoreBar({ item, width = 130, height = 14, before = null }: Props) {
  const hatch = useId();
  const { directional, strong } = use(Bounds);
  const { score, label, reason } = item;
  const centre = width / 2;
  const x = (value: number) => centre + (value / 100) * centre;
  if (score === null || (label === null && reason !== THIN)) {
    return (
      <svg className="score-bar" width={width} height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label="no score">
        <rect className="score-bar-empty" x="0.5" y="2.5" width={width - 1} height={height - 6} rx="2" />
      </svg>
    );
  }
  const thin = label === null;
  const colour = label ?? (score < 0 ? 'bearish' : 'bullish');
  return (
    <svg className="score-bar" width={width} height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" data-label={colour} role="img" aria-label={nameOf(item, before)}>
      {thin && (
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="score-bar-fill" width="2.6" height="5" />
        </pattern>
      )}
      <rect className="score-bar-track" x="0" y="2" width={width} height={height - 5} rx="2" />
      <rect
        className={thin ? 'score-bar-hatched' : 'score-bar-fill'}
        x={Math.min(centre, x(score))} y="2" width={Math.abs(x(score) - centre)} height={height - 5}
        {...(thin ? { fill: `url(#${hatch})` } : {})}
      />
      {[-strong, -directional, directional, strong].map((tick) => (
        <rect key={tick} className="score-bar-tick" x={x(tick) - 0.5} y={height - 3} width="1" height="3" />
      ))}
      <rect className="score-bar-centre" x={centre - 0.5} y="0" width="1" height={height} />
      {before !== null && <rect className="score-bar-before" x={Math.min(width - 2, Math.max(0, x(before) - 1))} y="0" width="2" height={height} />}
    </svg>
  );
}
