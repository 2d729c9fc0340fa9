import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Known } from '../../shared/api/client';
import type { BiasExplanation, BiasWaterfall } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { published } from '../../shared/format/figures';
import { NONE, score, sigmas, signTone, signed } from '../../shared/format/numbers';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { ExportButton } from '../../shared/ui/ExportButton';
import { Instant } from '../../shared/ui/Instant';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { SpanForm } from './SpanForm';
import { useChange } from './useChange';
import { bars, place, SINCE, STEP_HEADER, stepRow, type Bar, type Since } from './waterfall';
import './waterfall.css';

interface Props {
  instrument: string;
  known: Known;
  /** The answer whose Z is the end. */
  now: BiasExplanation;
}

/** Why Z changed: the releases, and everything else down to the sum. */
export function WaterfallCard({ instrument, known, now }: Props) {
  const { span, fault, answer } = useChange(instrument, known, now);
  const since = 'since' in span ? span.since : null;
  const navigate = useNavigate();
  const go = (to: { change?: Since; from?: string; to?: string }) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (old: Record<string, unknown>) => ({ ...old, change: to.change, from: to.from, to: to.to }) as never });
  const card = useShownFirst(since === null);
  const asked = answer.data ?? ('from' in span ? span : null);
  const failed = answer.error !== null && !answer.data;
  return (
    <section className="card" aria-labelledby="change-title" ref={card}>
      <div className="card-head">
        <h2 id="change-title">What changed {answer.data && <Span data={answer.data} asOf={now.asOf} />}</h2>
        <span className="toolbar-gap" />
        <div className="segments" role="group" aria-label="Since">
          {(Object.keys(SINCE) as Since[]).map((value) => <button key={value} className="button" type="button" aria-pressed={value === since} onClick={() => go(value === 'day' ? {} : { change: value })}>{SINCE[value]}</button>)}
        </div>
        <ExportButton name="the change" file={`change-${instrument}`} asOf={now.asOf} text={() => csv(STEP_HEADER, (answer.data?.steps ?? []).map(stepRow))} />
      </div>
      {fault !== null && <p className="card-note second quiet" role="status">{fault}</p>}
      {asked && <SpanForm from={asked.from} to={asked.to} asOf={now.asOf} choose={go} />}
      {answer.data && <Steps data={answer.data} asOf={now.asOf} />}
      {failed && <ErrorPanel what="What changed could not be loaded" error={answer.error} retry={() => void answer.refetch()} />}
      {!answer.data && !failed && <div className="waterfall-place"><span className="ghost" style={{ width: '100%', height: '100%' }} /></div>}
    </section>
  );
}

/** A link to a change shows it, wherever it is on the page; a link to a release shows that. */
function useShownFirst(linked: boolean) {
  const card = useRef<HTMLElement>(null);
  const first = useRef(linked && !new URLSearchParams(window.location.search).has('release'));
  useEffect(() => {
    if (first.current) card.current?.scrollIntoView({ block: 'center' });
  }, []);
  return card;
}

function Span({ data, asOf }: { data: BiasWaterfall; asOf: string }) {
  const untilNow = data.to === asOf;
  return <span className="faint second">{untilNow ? 'since' : 'from'} <Instant time={data.from} reference={asOf} />{!untilNow && <> to <Instant time={data.to} reference={asOf} /></>}: score {score(data.before.score)} to {score(data.after.score)}</span>;
}

function Steps({ data, asOf }: { data: BiasWaterfall; asOf: string }) {
  const all = bars(data);
  const placed = place(all);
  return (
    <>
      <TableScroll name="What changed, step by step" className="waterfall-scroll">
        <table className="figures waterfall">
          <caption className="hidden-text">Why Z of {data.instrument} changed, in steps that add up</caption>
          <thead><tr><th scope="col">Step</th><th scope="col" className="number fall-z">z</th><th scope="col" className="number fall-actual">Actual</th><th scope="col" className="fall-at">At</th><th scope="col" className="fall-bar"><span className="hidden-text">Bar</span></th><th scope="col" className="number">Adds</th></tr></thead>
          <tbody>{all.map((bar) => <Step key={bar.key} bar={bar} placed={placed(bar)} asOf={asOf} />)}</tbody>
        </table>
      </TableScroll>
      <p className="second faint card-foot">The steps add up exactly; what is shown is rounded. A release counts with what was left of the one before it.</p>
    </>
  );
}

function Step({ bar, placed, asOf }: { bar: Bar; placed: ReturnType<ReturnType<typeof place>>; asOf: string }) {
  const { step } = bar;
  const tone = bar.total ? 'total' : signTone(bar.part, 2);
  const figure = step?.unit && step.step !== null ? { unit: step.unit, step: step.step } : undefined;
  return (
    <tr data-total={bar.total || undefined}>
      <th scope="row">{step?.region && <span className="region">{step.region}</span>} <span {...(step?.name ? tip(step.name, 'row') : {})}>{bar.name}</span></th>
      <td className="number fall-z">{step ? (step.z === null ? NONE : sigmas(step.z)) : ''}</td>
      <td className="number fall-actual">{step ? published(step.actual, figure) : ''}</td>
      <td className="fall-at">{step?.at && <Instant time={step.at} reference={asOf} />}</td>
      <td className="fall-bar" aria-hidden="true">
        <div className="fall"><i className={`fall-${tone}`} style={{ left: `${placed.left}%`, width: `${placed.width}%` }} /><b style={{ left: `${placed.zero}%` }} /></div>
      </td>
      <td className={`number strong ${bar.total ? '' : tone}`}>{signed(bar.part, 2)}</td>
    </tr>
  );
}
