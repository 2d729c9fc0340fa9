import { use } from 'react';
import type { ScenarioAnswer, ScenarioBias } from '../../shared/api/types';
import { LABEL_WORDS } from '../../shared/format/labels';
import { NONE, score, sigmas } from '../../shared/format/numbers';
import { published } from '../../shared/format/figures';
import { safeName } from '../../shared/format/text';
import { Bounds } from '../../shared/ui/bounds';
import { Choice } from '../../shared/ui/Choice';
import { toneOf } from '../../shared/ui/LabelWord';
import { useAddress } from '../../shared/ui/useAddress';
import { useWidth } from '../../shared/ui/useWidth';
import { whatIfRows } from './calendarRows';
import { biasAt, curved, curveOf, placeOf, REACH } from './whatIf';

const HEIGHT = 188;
const TOP = 8;
const BOTTOM = 24;
const AXIS = 36;
const SIZES = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

interface Props {
  answer: ScenarioAnswer;
  /** The figures as they are moved now. */
  set: string | undefined;
  /** Whether the slider shows another figure than the answer has. */
  waits: boolean;
}

/** The score of one instrument over the range of the slider, between the bounds of its labels. */
export function WhatIfCurve({ answer, set, waits }: Props) {
  const [chosen, choose] = useAddress('instrument');
  const [width, measure] = useWidth();
  const item = curved(answer, chosen);
  const [release] = answer.releases;
  if (item === undefined || release === undefined) return null;
  const now = placeOf(answer, set);
  if (now === null) return null;
  const there = biasAt(item, now.size, answer.labelBounds);
  // The answer is exact; the line of the chart is what there is while a slider moves.
  const { score: value, label } = waits ? there : item.after;
  const options = whatIfRows(answer).map(({ item: { instrument } }) => ({ value: instrument, label: instrument }));
  return (
    <div className="what-curve">
      <div className="what-head">
        <h3>Score of {item.instrument} by the figure of {release.region} {safeName(release.shortName)}</h3>
        <span className="toolbar-gap" />
        <Choice name="Instrument" value={item.instrument} options={options} choose={choose} />
      </div>
      <p className="second" aria-live="polite">
        At {published(now.figure, release)} ({sigmas(now.size)}): <Level value={value} label={label} /> As expected: {scoreOfExpected(item)}.
        {item.conditional !== null && !waits && <> With the others at their mean: <Level value={item.conditional.score} label={item.conditional.label} /></>}
      </p>
      <div className="what-curve-place" ref={measure}>{width > 0 && <Curve item={item} width={width} size={now.size} />}</div>
    </div>
  );
}

/** A score with its label, at the end of a sentence. */
function Level({ value, label }: { value: number | null; label: ScenarioBias['after']['label'] }) {
  return <><b className={toneOf(label)}>{score(value)}</b>{label !== null && `, ${LABEL_WORDS[label].toLowerCase()}`}.</>;
}

function scoreOfExpected({ grid }: ScenarioBias): string {
  const point = grid.find(({ sigmas: size }) => size === 0);
  return point === undefined ? NONE : score(point.score);
}

function Curve({ item, width, size }: { item: ScenarioBias; width: number; size: number }) {
  const { directional, strong } = use(Bounds);
  const points = curveOf(item);
  const x = (sigma: number) => AXIS + ((sigma + REACH) / (2 * REACH)) * (width - AXIS - 16);
  const y = (value: number) => TOP + ((100 - value) / 200) * (HEIGHT - TOP - BOTTOM);
  const [first, last] = [points[0]?.score ?? null, points.at(-1)?.score ?? null];
  const here = biasAt(item, size, { directional, strong }).score;
  const band = (from: number, to: number) => ({ x: AXIS, width: Math.max(0, x(REACH) - AXIS), y: y(to), height: y(from) - y(to) });
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={`Score of ${item.instrument}: ${score(first)} at −4σ, ${score(last)} at +4σ, ${score(here)} at ${sigmas(size)}. Neutral within ±${directional}, strong from ±${strong}.`}>
      <rect className="what-strong-bull" {...band(strong, 100)} /><rect className="what-neutral" {...band(-directional, directional)} /><rect className="what-strong-bear" {...band(-100, -strong)} />
      {[strong, directional, 0, -directional, -strong].map((value) => <g key={value}><path className="what-line" data-zero={value === 0 || undefined} d={`M${AXIS} ${y(value)}H${x(REACH)}`} /><text className="what-text" x={AXIS - 6} y={y(value) + 4} textAnchor="end">{score(value)}</text></g>)}
      {SIZES.map((sigma) => <text key={sigma} className="what-text" x={x(sigma)} y={HEIGHT - 6} textAnchor="middle">{sigma === 0 ? '0' : sigmas(sigma).replace('.0', '')}</text>)}
      <polyline className="what-score" points={points.map((point) => `${x(point.sigmas).toFixed(1)},${y(point.score).toFixed(1)}`).join(' ')} />
      {here !== null && <><path className="what-here" d={`M${x(size)} ${TOP}V${HEIGHT - BOTTOM}`} /><circle className="what-dot" cx={x(size)} cy={y(here)} r="5" /></>}
    </svg>
  );
}
