import { Link } from '@tanstack/react-router';
import type { Calendar, CalendarItem, Indicator, IndicatorReleases, Release } from '../../shared/api/types';
import { deviation, expected, published } from '../../shared/format/figures';
import { reasonWords } from '../../shared/format/labels';
import { NONE, sigmas, signTone } from '../../shared/format/numbers';
import { regionName } from '../../shared/format/regions';
import { safeName } from '../../shared/format/text';
import { age, day, instant, soon } from '../../shared/format/times';
import { Caveats } from '../../shared/ui/Caveats';
import { Clock, Warning } from '../../shared/ui/icons';
import { Importance } from '../../shared/ui/Importance';
import { tip } from '../../shared/ui/tip';
import { kindWord, lastSentence, nextOf, seriesNote } from './indicatorFigures';

interface Props {
  answer: IndicatorReleases;
  indicator: Indicator;
  calendar: Calendar | undefined;
  calendarFailed: boolean;
  successor: Indicator | undefined;
}

/** The last release against its forecast, the next date, and the scale of a surprise. */
export function IndicatorHero({ answer, indicator, calendar, calendarFailed, successor }: Props) {
  const { asOf } = answer;
  const last = answer.items.at(-1);
  const { next, late } = nextOf(calendar?.items ?? [], indicator.indicator, asOf);
  const note = seriesNote(indicator, asOf, successor);
  return (
    <section className="card hero-card" aria-label="Last release">
      <div className="hero">
        <div className="hero-name">
          <p className="caption"><Link to="/">Board</Link> / <Link to="/" search={{ region: indicator.region } as never}>{regionName(indicator.region)}</Link></p>
          <h1><span className="region">{indicator.region}</span> <bdi>{safeName(indicator.name)}</bdi></h1>
          <p className="second faint">{indicator.category} · {indicator.frequency} · {indicator.unit} <Importance of={indicator.importance} /></p>
        </div>
        {last && <LastStats last={last} indicator={indicator} asOf={asOf} />}
        <NextStat next={next} asOf={asOf} indicator={indicator} wait={calendar === undefined && !calendarFailed} ended={indicator.validTo !== null && indicator.validTo < asOf.slice(0, 10)} failed={calendarFailed && calendar === undefined} />
      </div>
      <div className="hero-lines">
        {last ? <h2>{lastSentence(last, indicator)}</h2> : <h2>No release yet</h2>}
        {last && last.z === null && <p className="second quiet">No z: {reasonWords(last.reason)}</p>}
        {!last && <p className="second quiet">Nothing of this indicator was known at this time. Its figures come with a calendar that has its title.</p>}
        {late && <p><span className="badge" data-tone="warning"><Clock size={13} /> {late.state === 'due' ? 'Due' : 'Late: due'} {late.releaseId === null ? `about ${day(late.releasedAt, asOf)}` : instant(late.releasedAt, asOf)}, not arrived. The figures below are the older ones.</span></p>}
        {note && <p><span className="badge note" data-tone={indicator.overdue ? 'warning' : undefined}>{indicator.overdue && <Warning size={13} />} {note}</span>{successor && <> <Link to="/indicators/$indicator" params={{ indicator: successor.indicator }}>{safeName(successor.name)}</Link></>}</p>}
      </div>
    </section>
  );
}

function LastStats({ last, indicator, asOf }: { last: Release; indicator: Indicator; asOf: string }) {
  return (
    <>
      <div className="stat">
        <p className="caption">Last, <time dateTime={last.releasedAt} {...tip(last.releasedAt)}>{day(last.releasedAt, asOf)}</time> <span className="faint">{age(last.releasedAt, asOf)}</span></p>
        <p className="stat-value">{published(last.actual, indicator)} <Caveats marks={last.marks} verdict={last.verdict} /></p>
        <p className="faint">vs {expected(last.forecast, indicator, last.marks)} {kindWord(last)}</p>
      </div>
      <div className="stat">
        <p className="caption">Surprise</p>
        <p className={`stat-value ${last.z === null ? '' : signTone(last.z, 1)}`}>{last.z === null ? NONE : sigmas(last.z)}</p>
        <p className="faint">{last.marks.includes('clipped') ? 'clipped' : 'in units of σ'}</p>
      </div>
      <div className="stat">
        <p className="caption">σ (n)</p>
        <p className="stat-value">{deviation(last.sigma, indicator)} <span className="faint second">({last.sigmaObservations})</span></p>
        <p className="faint">before that release</p>
      </div>
    </>
  );
}

interface NextProps {
  next: CalendarItem | undefined;
  asOf: string;
  indicator: Indicator;
  wait: boolean;
  ended: boolean;
  failed: boolean;
}

function NextStat({ next, asOf, indicator, wait, ended, failed }: NextProps) {
  const none = failed ? 'could not be loaded' : ended ? 'the series has ended' : 'no date within 100 days';
  return (
    <div className="stat">
      <p className="caption">Next</p>
      {wait && <p className="stat-value"><span className="ghost" style={{ width: 90 }} /></p>}
      {!wait && <p className="stat-value">{next ? <time dateTime={next.releasedAt} {...tip(next.releasedAt)}>{soon(next.releasedAt, asOf)}</time> : NONE} {next && <Caveats marks={next.marks} />}</p>}
      <p className="faint">{wait ? '' : next ? (next.forecast === null ? 'no forecast yet' : `${next.forecastKind === 'survey' ? 'consensus' : 'forecast'} ${expected(next.forecast, indicator, next.marks)}`) : none}</p>
    </div>
  );
}
