import { useState } from 'react';
import type { BiasExplanation, Indicator } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { score, signed } from '../../shared/format/numbers';
import { ExportButton } from '../../shared/ui/ExportButton';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { useAddress } from '../../shared/ui/useAddress';
import { ContributionRow } from './ContributionRow';
import { CONTRIBUTION_HEADER, contributionRow, ordered, ORDERS, ORDER_WORDS, type Order } from './why';

const FIRST = 25;

export function Contributions({ answer, indicators }: { answer: BiasExplanation; indicators: readonly Indicator[] }) {
  const [release, open] = useAddress('release');
  const [order, setOrder] = useState<Order>('largest');
  const [all, setAll] = useState(false);
  const rows = ordered(answer.contributions, order);
  const widest = Math.max(...rows.map(({ contribution }) => Math.abs(contribution)), 1e-9);
  const shown = all ? rows : rows.filter((row, index) => index < FIRST || row.releaseId === release);
  return (
    <section className="card" aria-labelledby="contributions-title">
      <div className="card-head">
        <h2 id="contributions-title">Contributions{' '}
          <span className="faint second">{rows.length} live releases{answer.z !== null && `, Z ${signed(answer.z, 2)}, score ${score(answer.score)}`}</span>
        </h2>
        <span className="toolbar-gap" />
        <div className="segments" role="group" aria-label="Order">
          {(Object.keys(ORDERS) as Order[]).map((key) => <button key={key} className="button" type="button" aria-pressed={order === key} onClick={() => setOrder(key)}>{ORDERS[key]}</button>)}
        </div>
        <ExportButton name="the contributions" file={`contributions-${answer.instrument}`} keys asOf={answer.asOf} text={() => csv(CONTRIBUTION_HEADER, rows.map(contributionRow))} />
      </div>
      <TableScroll name="Contributions">
        <table className="figures contributions">
          <caption className="hidden-text">Contributions to the bias of {answer.instrument}, {ORDER_WORDS[order]}</caption>
          <thead>
            <tr>
              <th scope="col">Release</th><th scope="col" className="cell-category">Category</th><th scope="col" className="number">Released</th>
              <th scope="col" className="number">Actual</th><th scope="col" className="number">Forecast</th><th scope="col" className="number">Surprise</th>
              <th scope="col" className="number cell-sigma">σ (n)</th><th scope="col" className="number">z</th><th scope="col" className="number cell-decay">Decay</th>
              <th scope="col" className="number cell-weight"><span {...tip('The weight of the indicator for this instrument, divided by S, the usual size of the weighted sum. Contribution = weight / S × z × decay.')}>Weight / S</span></th><th scope="col" className="number">Contribution</th><th scope="col"><span className="hidden-text">Bar</span></th>
            </tr>
          </thead>
          <tbody>
            {shown.map((part) => (
              <ContributionRow key={part.indicator + part.releaseId} part={part} asOf={answer.asOf} widest={widest}
                indicator={indicators.find(({ indicator }) => indicator === part.indicator)}
                opened={release === part.releaseId} open={open} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="card-foot second faint">
        {shown.length < rows.length && <button className="button" type="button" onClick={() => setAll(true)}>Show {rows.length - shown.length} more</button>}{' '}
        Press <b>Enter</b> on a release to see the surprises before it.
      </p>
    </section>
  );
}
