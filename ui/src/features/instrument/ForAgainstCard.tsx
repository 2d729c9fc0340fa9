import type { BiasExplanation } from '../../shared/api/types';
import { split } from '../../shared/format/agreement';
import { signTone, signed, wholePercent } from '../../shared/format/numbers';
import { ForAgainst, sides } from '../../shared/ui/ForAgainst';
import { tip } from '../../shared/ui/tip';
import { subtotals } from './why';

const HALF = 20;

/** What speaks for the score and against it: both sums, their agreement, and the subtotals by category. */
export function ForAgainstCard({ answer }: { answer: BiasExplanation }) {
  const parts = split(answer);
  const rows = subtotals(answer.parts);
  if (parts === null || answer.z === null) return null;
  const widest = Math.max(...rows.map(({ value }) => Math.abs(value)), Math.abs(answer.z), 1e-9);
  const [first, second] = sides(answer);
  const sum = (side: 'up' | 'down' | undefined) => (side === undefined || parts.sums === null ? '' : signed(parts.sums[side], 2));
  return (
    <section className="card sides-card" aria-labelledby="sides-title">
      <div className="sides-title">
        <h2 id="sides-title">{answer.label === 'neutral' ? 'Up and down' : 'For and against'}</h2>
        <span className="faint" {...tip('Agreement is |Σ contributions| / Σ |contributions|: 100% if all point one way, 0% if they cancel out.')}>agreement <b>{wholePercent(answer.agreement)}</b></span>
      </div>
      <div className="sides-bar">
        <b className={first?.side === 'up' ? 'bull' : 'bear'}>{sum(first?.side)}</b>
        <ForAgainst item={answer} words={false} />
        <b className={second?.side === 'up' ? 'bull' : 'bear'}>{sum(second?.side)}</b>
      </div>
      <table className="sides-parts">
        <caption className="hidden-text">Contributions by category, in units of Z</caption>
        <tbody>
          {rows.map(({ category, value }) => <Part key={category} name={category} value={value} widest={widest} />)}
          <Part name="total Z" value={answer.z} widest={widest} total />
        </tbody>
      </table>
      <p className="faint sides-note">Parts are rounded. <span {...tip('(Σ |contributions|)² / Σ contributions²: how many reasons of one size would be as concentrated as these.')}>Breadth</span> {answer.breadth === null ? '–' : Math.round(answer.breadth)} reasons of equal size; {wholePercent(answer.newShare)} is news of 48 hours.</p>
    </section>
  );
}

function Part({ name, value, widest, total = false }: { name: string; value: number; widest: number; total?: boolean }) {
  const length = (Math.abs(value) / widest) * HALF;
  const text = signed(value, 2);
  const tone = signTone(value, 2);
  const zero = tone === 'quiet';
  return (
    <tr data-total={total || undefined}>
      <th scope="row">{name}</th>
      <td>
        <svg width={HALF * 2} height="10" aria-hidden="true">
          <rect className={total ? 'part-total' : `part-${tone}`} x={value < 0 ? HALF - length : HALF} y="1" width={length} height="8" />
          <rect className="part-axis" x={HALF - 0.5} width="1" height="10" />
        </svg>
      </td>
      <td className={`number strong ${total ? '' : tone}`}>{zero ? '0' : text}</td>
    </tr>
  );
}
