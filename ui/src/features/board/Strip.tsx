import type { BiasSummary, CalendarItem } from '../../shared/api/types';
import { expected, type Figure } from '../../shared/format/figures';
import { safeName } from '../../shared/format/text';
import { shiftedDays, soon } from '../../shared/format/times';
import { Caveats } from '../../shared/ui/Caveats';
import { tip } from '../../shared/ui/tip';
import { Causes } from './Causes';
import { headline, largestInstant } from './headline';
import { causesByInstant, shownCauses, type Effect } from './moves';
import './strip.css';

const SHOWN = 4;

interface Props {
  summary: BiasSummary;
  /** Published, scheduled and expected releases around the time of the summary. */
  around: readonly CalendarItem[];
  figure: (id: string) => Figure | undefined;
  /** What each release time did to the scores; undefined until it is known, null if it is not to be had. */
  effects: ReadonlyMap<string, Effect> | null | undefined;
}

const NO_EFFECTS: ReadonlyMap<string, Effect> = new Map();

/** What changed in the last 24 hours, and the next scheduled or expected releases. */
export function Strip({ summary, around, figure, effects }: Props) {
  const { asOf } = summary;
  // The 24-hour change starts from a score that already includes a release exactly one day old.
  const dayBefore = shiftedDays(asOf, -1);
  const released = around.filter(({ releasedAt, actual }) => actual !== null && releasedAt > dayBefore && releasedAt <= asOf);
  const next = around.filter(({ releasedAt, actual }) => actual === null && releasedAt > asOf).slice(0, SHOWN);
  const causes = causesByInstant(released);
  const byInstant = effects ?? NO_EFFECTS;
  const text = headline(summary, released, byInstant);
  if (text === null) return null;
  return (
    <section className="card strip" aria-labelledby="strip-title">
      <div className="strip-headline">
        <p className="caption">Last 24 hours</p>
        <h1 id="strip-title">{effects !== undefined ? text.sentence : <><span className="hidden-text">Board</span><Ghosts /></>}</h1>
        {text.leader && <p className="second">{text.leader}</p>}
        <p className="strip-note faint">{text.note}</p>
      </div>
      <Causes causes={shownCauses(causes, largestInstant(byInstant), SHOWN)} effects={effects === undefined ? undefined : byInstant} figure={figure} />
      {next.length > 0 && <Next items={next} now={asOf} figure={figure} />}
    </section>
  );
}

const Ghosts = () => <span aria-hidden="true"><span className="ghost" style={{ width: '92%' }} /><span className="ghost" style={{ width: '78%' }} /><span className="ghost" style={{ width: '55%' }} /></span>;

/** The strip's frame while its numbers load, so that the table below does not move when they arrive. */
export function StripLoading() {
  return <div className="card strip strip-loading" aria-hidden="true"><div className="strip-headline"><p className="caption">Last 24 hours</p><Ghosts /></div></div>;
}

function Next({ items, now, figure }: { items: CalendarItem[]; now: string; figure: (id: string) => Figure | undefined }) {
  return (
    <ul className="strip-list strip-next" aria-label="Next releases">
      {items.map((item) => (
        <li key={item.indicator + item.releasedAt}>
          <time dateTime={item.releasedAt} {...tip(item.releasedAt)}>{soon(item.releasedAt, now)}</time>
          <span className="region">{item.region}</span>
          <bdi className="strip-name" {...tip(item.name)}>{safeName(item.shortName)}</bdi>
          <span className="strip-consensus number">
            <Caveats marks={item.marks} />
            {/* A date that no source has announced has no forecast either: the badge says enough. */}
            {(item.forecast !== null || !item.marks.includes('expected')) && <b>{expected(item.forecast, figure(item.indicator), item.marks)}</b>}
          </span>
        </li>
      ))}
    </ul>
  );
}
