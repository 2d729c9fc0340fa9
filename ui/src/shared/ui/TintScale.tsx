import type { CSSProperties } from 'react';
import { tint, tintStyle } from '../format/diverging';
import { plain } from '../format/numbers';
import './tint.css';

const STEPS = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];

/** What the colours of cells stand for. */
export function TintScale({ range, low = '', high = '' }: { range: number; low?: string; high?: string }) {
  return (
    <span className="tint-scale faint">
      {low} {plain(-range, 0)} <span aria-hidden="true">{STEPS.map((share) => <i key={share} className="tint" style={tintStyle(tint(share * range, range)) as CSSProperties} />)}</span> +{plain(range, 0)} {high}
    </span>
  );
}
