import { useId } from 'react';
import type { Label } from '../api/schema';
import { LABEL_WORDS, LEANING, STRONG } from '../format/labels';
import { score as scoreText } from '../format/numbers';
import './ScoreBar.css';

interface Props {
  score: number | null;
  label: Label | null;
  confidence: number | null;
  width?: number;
  height?: number;
  /** The score before a live change, shown as a tick on the bar. */
  before?: number | null | undefined;
}

const TICKS = [-STRONG, -LEANING, LEANING, STRONG];
const LOW_CONFIDENCE = 0.5;

/** A score as a bar from the centre: hatched if confidence is below one half, dashed and empty if there is no score. */
export function ScoreBar({ score, label, confidence, width = 130, height = 14, before = null }: Props) {
  const hatch = useId();
  const centre = width / 2;
  const x = (value: number) => centre + (value / 100) * centre;
  if (score === null || label === null) {
    return (
      <svg className="score-bar" width={width} height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label="no score">
        <rect className="score-bar-empty" x="0.5" y="2.5" width={width - 1} height={height - 6} rx="2" />
      </svg>
    );
  }
  const lowConfidence = confidence !== null && confidence < LOW_CONFIDENCE;
  const name = `score ${scoreText(score)}, ${LABEL_WORDS[label].toLowerCase()}${lowConfidence ? ', low confidence' : ''}${before === null ? '' : `, was ${scoreText(before)}`}`;
  return (
    <svg className="score-bar" width={width} height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" data-label={label} role="img" aria-label={name}>
      {lowConfidence && (
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="score-bar-fill" width="2.6" height="5" />
        </pattern>
      )}
      <rect className="score-bar-track" x="0" y="2" width={width} height={height - 5} rx="2" />
      <rect
        className={lowConfidence ? 'score-bar-hatched' : 'score-bar-fill'}
        x={Math.min(centre, x(score))} y="2" width={Math.abs(x(score) - centre)} height={height - 5}
        {...(lowConfidence ? { fill: `url(#${hatch})` } : {})}
      />
      {TICKS.map((tick) => (
        <rect key={tick} className="score-bar-tick" x={x(tick) - 0.5} y={height - 3} width="1" height="3" />
      ))}
      <rect className="score-bar-centre" x={centre - 0.5} y="0" width="1" height={height} />
      {before !== null && <rect className="score-bar-before" x={Math.min(width - 2, Math.max(0, x(before) - 1))} y="0" width="2" height={height} />}
    </svg>
  );
}
