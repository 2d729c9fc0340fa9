import { useQuery } from '@tanstack/react-query';
import type { Known } from '../../shared/api/client';
import { indicators } from '../../shared/api/indicators';
import type { ScenarioAnswer, ScenarioRelease } from '../../shared/api/types';
import { expected } from '../../shared/format/figures';
import { safeName } from '../../shared/format/text';
import { setOf, withSet } from './calendarRows';
import { FigureForm } from './FigureForm';
import { figureAt, figureOf, leftOut, meanWords, moved, placeWords, polarityOf, positionOf, sliderOf, typedFigure, type Slider } from './whatIf';

interface Props {
  answer: ScenarioAnswer;
  known: Known;
  /** The figures as they are moved now. */
  set: string | undefined;
  /** Whether the sliders show other figures than the answer has. */
  waits: boolean;
  change: (set: string | undefined) => void;
}

/** A slider and a typed value for each release of the instant. Both say the same, and the address keeps it. */
export function FigureSliders({ answer, known, set, waits, change }: Props) {
  const catalogue = useQuery(indicators(known)).data?.items ?? [];
  return (
    <>
      <ul className="what-releases" aria-label="Figures of the releases of this instant">
        {answer.releases.map((release) => (
          <FigureRow key={release.releaseId} release={release} mean={meanWords(release, answer.releases)} slider={sliderOf(release, polarityOf(answer, release.indicator, catalogue))} set={set} waits={waits} change={change} />
        ))}
      </ul>
      <p className="second quiet">{leftOut(answer.releases.map(({ indicator }) => ({ set: setOf(indicator, set) !== '' })), answer.items.some(({ conditional }) => conditional !== null))}</p>
    </>
  );
}

interface RowProps extends Pick<Props, 'set' | 'waits' | 'change'> {
  release: ScenarioRelease;
  /** What it prints on average given the others; null where that is not said. */
  mean: string | null;
  slider: Slider | string;
}

function FigureRow({ release, mean, slider, set, waits, change }: RowProps) {
  const typed = setOf(release.indicator, set);
  const name = `${release.region} ${safeName(release.shortName)}`;
  return (
    <li className="what-release">
      <span className="what-name"><span className="region">{release.region}</span> <bdi className="strong">{safeName(release.shortName)}</bdi> <span className="second faint">expected {expected(release.forecast, release, release.marks, release.forecastKind)}</span></span>
      {typeof slider === 'string' ? <span className="what-slide second quiet">{slider}</span> : <Slide name={name} release={release} slider={slider} typed={typed} move={(figure) => change(moved(release.indicator, set, figure))} />}
      <FigureForm of={name} start={typed} send={(figure) => change(withSet(release.indicator, set, figure))} />
      {/* The mean is that given the figures of the answer. It keeps its place, so that no slider moves away under the pointer. */}
      {mean !== null && typed === '' && <span className="what-mean second quiet" style={{ visibility: waits ? 'hidden' : undefined }}>{mean}</span>}
    </li>
  );
}

interface SlideProps {
  name: string;
  release: ScenarioRelease;
  slider: Slider;
  typed: string;
  move: (figure: string) => void;
}

function Slide({ name, release, slider, typed, move }: SlideProps) {
  const figure = figureOf(release, slider, typed);
  const words = placeWords(slider, figure, release);
  return (
    <span className="what-slide">
      <span className="second faint" aria-hidden="true">−4σ</span>
      <input type="range" aria-label={`${name}, from −4σ to +4σ`} aria-valuetext={typed === '' ? `${words}, as expected` : words} min={slider.min} max={slider.max} step={1}
        value={positionOf(slider, figure)} onChange={(event) => move(typedFigure(figureAt(slider, Number(event.target.value)), release))} />
      <span className="second faint" aria-hidden="true">+4σ</span>
      <output className="what-value" aria-hidden="true">{words}</output>
    </span>
  );
}
