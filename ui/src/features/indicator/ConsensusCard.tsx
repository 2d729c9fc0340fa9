import type { Consensus, Indicator } from '../../shared/api/types';
import { NONE, signed, wholePercent } from '../../shared/format/numbers';
import { consensusSentence } from './indicatorFigures';

/** How far the forecasts have missed, and what the catalogue says about the indicator. */
export function ConsensusCard({ consensus, indicator }: { consensus: Consensus; indicator: Indicator }) {
  const facts: [string, string][] = [
    ['Mean miss', consensus.meanMiss === null ? NONE : `${signed(consensus.meanMiss, 2)}σ (${consensus.releases})`],
    ['In that direction', wholePercent(consensus.sameDirection)],
    ['Higher means', indicator.polarity > 0 ? 'stronger, hotter or tighter' : 'weaker, cooler or looser'],
    ['Stage', indicator.stage],
    ['Transform', indicator.transform],
    ['Adjustment', indicator.adjustment],
    ['Publication group', indicator.group],
    ['In force', `${indicator.validFrom ?? 'from the start'} to ${indicator.validTo ?? 'now'}`],
  ];
  return (
    <section className="card" aria-labelledby="consensus-title">
      <div className="card-head"><h2 id="consensus-title">Forecasts and definition</h2></div>
      <p className="card-text">{consensusSentence(consensus)} <span className="faint">Shown, never used: no figure is corrected by it.</span></p>
      <dl className="facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  );
}
