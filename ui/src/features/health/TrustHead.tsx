import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Batch, BiasSummary, Calendar } from '../../shared/api/types';
import { count, wholePercent } from '../../shared/format/numbers';
import { lowestHealth, ofLastDay, rowTotals, trust, unmappedTitles } from './healthFigures';

interface Props {
  answer: BiasSummary;
  calendar: Calendar | undefined;
  batches: readonly Batch[] | undefined;
  quarantined: number | undefined;
}

/** Yes or no, and the five counts behind it. */
export function TrustHead({ answer, calendar, batches, quarantined }: Props) {
  const verdict = calendar && trust(answer, calendar.completeness);
  const unused = quarantined ? ` ${count(quarantined)} ${quarantined === 1 ? 'row waits' : 'rows wait'} in quarantine and ${quarantined === 1 ? 'is' : 'are'} not used.` : '';
  return (
    <>
      <p className="health-verdict" aria-live="polite">{verdict ? <><strong>{verdict.word}:</strong> {verdict.reason}{unused}</> : 'Counting…'}</p>
      <div className="health-stats"><Stats answer={answer} calendar={calendar} batches={batches} quarantined={quarantined} /></div>
    </>
  );
}

function Stats({ answer, calendar, batches, quarantined }: Props) {
  const day = calendar && ofLastDay(calendar.items, answer.asOf);
  const whole = calendar?.completeness;
  const totals = batches && rowTotals(batches);
  const [most] = unmappedTitles(batches ?? []);
  const lowest = lowestHealth(answer.items);
  return (
    <>
      <Stat name="Releases due in 24 h" value={day && `${day.received} of ${day.expected}`} note={day && arrivals(day.expected - day.received, whole?.outstanding ?? 0)} low={day && day.received < day.expected && (whole?.outstanding ?? 0) > 0} />
      <Stat name="Late or missing" value={whole && count(whole.outstanding)} note={whole && `of ${count(whole.expected)} due in 100 days`} low={whole && whole.outstanding > 0} />
      <Stat name="Quarantine" value={quarantined === undefined ? undefined : count(quarantined)} note={totals && `of ${count(totals.read)} rows read`} />
      <Stat name="Unmapped rows" value={totals && count(totals.unmapped)} note={most ? `most: ${most.title}, ${count(most.count)} ${most.count === 1 ? 'row' : 'rows'}` : totals && 'every title has an indicator'} />
      <Stat name="Lowest data health" value={lowest ? wholePercent(lowest.health) : '–'} low={lowest !== undefined && (lowest.health ?? 1) < 0.5}
        note={lowest ? <Link to="/instruments/$id" params={{ id: lowest.instrument }}>{lowest.instrument}</Link> : 'no instrument has a bias'} />
    </>
  );
}

/** A release that is only due is no trouble yet. */
function arrivals(open: number, outstanding: number): string {
  if (open === 0) return 'all arrived';
  return outstanding > 0 ? `${open} not arrived` : `${open} may still arrive`;
}

function Stat({ name, value, note, low = false }: { name: string; value: string | undefined; note: ReactNode; low?: boolean | undefined }) {
  return (
    <section className="card stat health-stat" data-low={low || undefined}>
      <h2 className="quiet">{name}</h2>
      <p className="stat-value">{value ?? <span className="ghost" style={{ width: 60 }} />}</p>
      <p className="quiet">{note ?? ' '}</p>
    </section>
  );
}
