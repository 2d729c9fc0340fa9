import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Label, ScenarioAnswer, ScenarioBias } from '../../shared/api/types';
import { expected, published } from '../../shared/format/figures';
import { flipWords } from '../../shared/format/flips';
import { LABEL_WORDS } from '../../shared/format/labels';
import { score, sigmas } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { FlipFigure } from '../../shared/ui/FlipFigure';
import { LabelShape } from '../../shared/ui/icons';
import { Instant } from '../../shared/ui/Instant';
import { toneOf } from '../../shared/ui/LabelWord';
import { TableScroll } from '../../shared/ui/TableScroll';
import { whatIfRows, type WhatIfRow } from './calendarRows';

const SHOWN = 8;

/** The score of each instrument from −3σ to +3σ, at the figure that is set, and where its label changes. */
export function WhatIfGrid({ answer }: { answer: ScenarioAnswer }) {
  const [whole, setWhole] = useState(false);
  const rows = whatIfRows(answer);
  const [release, ...others] = answer.releases;
  if (release === undefined) return null;
  const isSet = release.set;
  const isGiven = rows.some(({ item }) => item.conditional !== null);
  const sizes = rows[0]?.item.grid ?? [];
  return (
    <>
      <p className="second quiet">
        {release.region} {safeName(release.name)}, <Instant time={answer.releasedAt} reference={answer.asOf} />: expected {expected(release.forecast, release, release.marks, release.forecastKind)}{release.sigma !== null && `; 1σ from ${release.sigmaObservations} surprises`}.
        {others.length > 0 && ` At the same instant: ${others.map((other) => `${other.region} ${safeName(other.shortName)} ${other.set ? published(other.actual, other) : 'as expected'}`).join(', ')}.`}
        {answer.items.some(({ scaleChanges }) => scaleChanges) && ' Weights change with this release; that is computed too.'}
      </p>
      {rows.length === 0 ? <p className="quiet">This release moves no instrument.</p> : (
        <TableScroll name="Scores by the size of the surprise">
          <table className="figures what-grid">
            <caption className="hidden-text">The score of each instrument at seven sizes of the surprise</caption>
            <thead>
              <tr>
                <th scope="col">Instrument</th>
                {isSet && <th scope="col" className="number">{published(release.actual, release)} {release.z !== null && <span>{sigmas(release.z)}</span>}</th>}
                {isGiven && <th scope="col" className="number">Others at mean</th>}
                {sizes.map((point) => <th key={point.sigmas} scope="col" className="number">{published(point.value, { unit: release.unit, step: release.step })} <span>{point.sigmas === 0 ? 'expected' : sigmas(point.sigmas)}</span></th>)}
                <th scope="col">Label changes at</th>
              </tr>
            </thead>
            <tbody>{(whole ? rows : rows.slice(0, SHOWN)).map((row) => <GridRow key={row.item.instrument} row={row} isSet={isSet} isGiven={isGiven} release={release} />)}</tbody>
          </table>
        </TableScroll>
      )}
      <p className="second faint">
        Bold: another label than at the expected figure. Every figure that is not set comes as expected.{' '}
        {rows.length > SHOWN && <button className="button" type="button" aria-pressed={whole} onClick={() => setWhole(!whole)}>{whole ? `The first ${SHOWN}` : `All ${rows.length} instruments`}</button>}
      </p>
    </>
  );
}

interface GridRowProps {
  row: WhatIfRow;
  isSet: boolean;
  /** Whether the releases that are left out have a mean given those that are set. */
  isGiven: boolean;
  release: ScenarioAnswer['releases'][number];
}

function GridRow({ row: { item }, isSet, isGiven, release }: GridRowProps) {
  const expectedLabel = item.grid.find(({ sigmas: size }) => size === 0)?.label ?? null;
  return (
    <tr>
      <th scope="row"><Link to="/instruments/$id" params={{ id: item.instrument }}>{item.instrument}</Link></th>
      {isSet && <Cell value={item.after.score} label={item.after.label} usual={expectedLabel} />}
      {isGiven && <Cell value={item.conditional?.score ?? null} label={item.conditional?.label ?? null} usual={expectedLabel} />}
      {item.grid.map((point) => <Cell key={point.sigmas} value={point.score} label={point.label} usual={expectedLabel} />)}
      <td className="what-flips"><LabelFlips item={item} release={release} /></td>
    </tr>
  );
}

function Cell({ value, label, usual }: { value: number | null; label: Label | null; usual: Label | null }) {
  return (
    <td className={`number ${toneOf(label)} ${label === usual ? '' : 'what-other'}`}>
      {label !== null && <><LabelShape label={label} size={10} /><span className="hidden-text">{LABEL_WORDS[label].toLowerCase()} </span></>} {score(value)}
    </td>
  );
}

function LabelFlips({ item, release }: { item: ScenarioBias; release: ScenarioAnswer['releases'][number] }) {
  const labels = item.flips.flatMap((flip) => (flip.label === null ? [] : [{ ...flip, label: flip.label, probability: null }]));
  if (labels.length === 0) return <span className="faint">unreachable</span>;
  return labels.slice(0, 2).map((flip) => {
    const words = flipWords(flip, release, 0);
    return <span key={flip.label} className="calendar-flip"><FlipFigure words={words} /> <span className={toneOf(flip.label)}>{LABEL_WORDS[flip.label].toLowerCase()}</span> <span className="quiet">{words.surprise}</span> </span>;
  });
}
