import { useQuery } from '@tanstack/react-query';
import { calendar } from '../../shared/api/calendar';
import { indicators } from '../../shared/api/indicators';
import type { BiasSummary, CalendarItem } from '../../shared/api/schema';
import { published } from '../../shared/format/figures';
import { sigmas } from '../../shared/format/numbers';
import { outside } from '../../shared/format/text';
import { clock, shiftedDays, soon } from '../../shared/format/times';
import { causes, headline } from './headline';

const HOURS_24 = 1;
const SHOWN = 4;

/** What changed in 24 hours and what comes next, as far as the calendar tells. */
export function Strip({ summary }: { summary: BiasSummary }) {
  const { asOf, items } = summary;
  const past = useQuery(calendar(asOf, shiftedDays(asOf, -HOURS_24), shiftedDays(asOf, 7)));
  const catalogue = useQuery(indicators).data?.items ?? [];
  if (!past.data) return null;
  const figure = (id: string) => catalogue.find(({ indicator }) => indicator === id);
  const released = past.data.items.filter(({ releasedAt, actual }) => actual !== null && releasedAt <= asOf);
  const next = past.data.items.filter(({ releasedAt, actual }) => actual === null && releasedAt > asOf).slice(0, SHOWN);
  const said = headline(items, released);
  if (said === null) return null;
  return (
    <section className="card strip" aria-labelledby="strip-title">
      <div className="strip-headline">
        <p className="caption">Last 24 hours</p>
        <h1 id="strip-title">{said.sentence}</h1>
        <p className="second quiet">{said.note}</p>
      </div>
      <Causes items={causes(released).slice(0, SHOWN)} figure={figure} />
      {next.length > 0 && <Next items={next} now={asOf} figure={figure} />}
    </section>
  );
}

interface ListProps {
  items: CalendarItem[];
  figure: (id: string) => { unit: string; step: number } | undefined;
}

function Causes({ items, figure }: ListProps) {
  if (items.length === 0) return <p className="strip-list faint strip-none">No release with a usable surprise.</p>;
  return (
    <ul className="strip-list" aria-label="Largest surprises of the last 24 hours">
      {items.map((item) => (
        <li key={item.releaseId}>
          <time className="faint" dateTime={item.releasedAt} title={item.releasedAt}>{clock(item.releasedAt)}</time>
          <span className="region">{item.region}</span>
          <span className="strip-name"><bdi className="strong">{outside(item.shortName)}</bdi></span>
          <span className="quiet strip-figures">{published(item.actual, figure(item.indicator))} vs {published(item.forecast, figure(item.indicator))}</span>
          <span className={`number strong ${(item.z ?? 0) < 0 ? 'bear' : 'bull'}`}>{sigmas(item.z ?? 0)}</span>
        </li>
      ))}
    </ul>
  );
}

function Next({ items, now, figure }: ListProps & { now: string }) {
  return (
    <ul className="strip-list strip-next" aria-label="Next releases">
      {items.map((item) => (
        <li key={item.releaseId}>
          <time dateTime={item.releasedAt} title={item.releasedAt}>{soon(item.releasedAt, now)}</time>
          <span className="region">{item.region}</span>
          <span className="strip-name"><bdi>{outside(item.shortName)}</bdi></span>
          <span className="number strong">{published(item.forecast, figure(item.indicator))}</span>
        </li>
      ))}
    </ul>
  );
}
