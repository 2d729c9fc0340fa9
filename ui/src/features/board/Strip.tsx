import type { BiasSummary, CalendarItem } from '../../shared/api/types';
import { expected } from '../../shared/format/figures';
import { NONE } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { shiftedDays, soon, soonDay, zone } from '../../shared/format/times';
import { Caveats } from '../../shared/ui/Caveats';
import { tip } from '../../shared/ui/tip';
import { Causes } from './Causes';
import { causesOf } from './causes';
import { headline } from './headline';
import './strip.css';

const SHOWN = 4;

interface Props {
  summary: BiasSummary;
  /** Published, scheduled and expected releases around the time of the summary. */
  around: readonly CalendarItem[];
}

/** What changed in the last 24 hours, and the next scheduled or expected releases. */
export function Strip({ summary, around }: Props) {
  const { asOf } = summary;
  // The 24-hour change starts from a score that already includes a release exactly one day old.
  const dayBefore = shiftedDays(asOf, -1);
  const released = around.filter(({ releasedAt, actual }) => actual !== null && releasedAt > dayBefore && releasedAt <= asOf);
  const next = around.filter(({ releasedAt, actual, state }) => actual === null && releasedAt > asOf && state !== 'cancelled').slice(0, SHOWN);
  const causes = causesOf(summary.causes, released);
  const text = headline(summary, released, causes);
  if (text === null) return null;
  return (
    <section className="card strip" aria-labelledby="strip-title">
      <div className="strip-headline">
        <p className="caption">Last 24 hours, times in {zone(asOf)}</p>
        <h1 id="strip-title">{text.sentence}</h1>
        {text.leader && <p className="second">{text.leader}</p>}
        <p className="strip-note faint">{text.note}</p>
      </div>
      <Causes causes={causes} asOf={asOf} />
      {next.length > 0 && <Next items={next} now={asOf} />}
    </section>
  );
}

function Next({ items, now }: { items: CalendarItem[]; now: string }) {
  return (
    <div className="strip-next">
    <p className="strip-head caption" aria-hidden="true"><span>Next</span><span>{items.every(({ forecastKind }) => forecastKind === null || forecastKind === 'survey') ? 'Consensus' : 'Forecast'}</span></p>
    <ul className="strip-list" aria-label="Next releases">
      {items.map((item) => (
        <li key={item.indicator + item.releasedAt}>
          {item.state === 'expected'
            ? <time dateTime={item.releasedAt.slice(0, 10)} {...tip('No source has announced the date.')}>about {soonDay(item.releasedAt, now)}</time>
            : <time dateTime={item.releasedAt} {...tip(item.releasedAt)}>{soon(item.releasedAt, now)}</time>}
          <span className="region">{item.region}</span>
          <bdi className="strip-name" {...tip(item.name)}>{safeName(item.shortName)}</bdi>
          <span className="strip-consensus number">
            {/* "About" already says that the date is a guess. */}
            <Caveats marks={item.marks.filter((mark) => mark !== 'expected')} />
            {item.forecast === null ? <span className="faint" {...tip('No forecast was known yet.')}>{NONE}</span> : <b>{expected(item.forecast, item, item.marks)}</b>}
          </span>
        </li>
      ))}
      {items.some(({ state }) => state === 'expected') && (
        <li className="strip-guess faint">“About”: guessed from the usual cadence. No source announced it, and other releases may come.</li>
      )}
    </ul>
    </div>
  );
}
