import type { BiasSummary, CalendarItem } from '../../shared/api/schema';
import { expected, type Figure } from '../../shared/format/figures';
import { safeName } from '../../shared/format/text';
import { shiftedDays, soon } from '../../shared/format/times';
import { Caveats } from '../../shared/ui/Caveats';
import { Causes } from './Causes';
import { headline } from './headline';
import { causesByInstant } from './moves';
import './strip.css';

const SHOWN = 4;

interface Props {
  summary: BiasSummary;
  /** Published, scheduled and expected releases around the time of the summary. */
  around: readonly CalendarItem[];
  figure: (id: string) => Figure | undefined;
}

/** What changed in the last 24 hours, and the next scheduled or expected releases. */
export function Strip({ summary, around, figure }: Props) {
  const { asOf, items } = summary;
  // The 24-hour change starts from a score that already includes a release exactly one day old.
  const dayBefore = shiftedDays(asOf, -1);
  const released = around.filter(({ releasedAt, actual }) => actual !== null && releasedAt > dayBefore && releasedAt <= asOf);
  const next = around.filter(({ releasedAt, actual }) => actual === null && releasedAt > asOf).slice(0, SHOWN);
  const summaryText = headline(items, released);
  if (summaryText === null) return null;
  return (
    <section className="card strip" aria-labelledby="strip-title">
      <div className="strip-headline">
        <p className="caption">Last 24 hours</p>
        <h1 id="strip-title">{summaryText.sentence}</h1>
        <p className="second quiet">{summaryText.note}</p>
      </div>
      <Causes causes={causesByInstant(released).slice(0, SHOWN)} runId={summary.runId} figure={figure} />
      {next.length > 0 && <Next items={next} now={asOf} figure={figure} />}
    </section>
  );
}

function Next({ items, now, figure }: { items: CalendarItem[]; now: string; figure: (id: string) => Figure | undefined }) {
  return (
    <ul className="strip-list strip-next" aria-label="Next releases">
      {items.map((item) => (
        <li key={item.indicator + item.releasedAt}>
          <time dateTime={item.releasedAt} title={item.releasedAt}>{soon(item.releasedAt, now)}</time>
          <span className="region">{item.region}</span>
          <span className="strip-name"><bdi>{safeName(item.shortName)}</bdi> <Caveats marks={item.marks} /></span>
          <span className="number strong">{expected(item.forecast, figure(item.indicator), item.marks)}</span>
        </li>
      ))}
    </ul>
  );
}
