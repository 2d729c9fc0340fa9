import { Link } from '@tanstack/react-router';
import { expected, published } from '../../shared/format/figures';
import { score, sigmas, signTone } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { clock, sameDay, weekdayClock } from '../../shared/format/times';
import { Caveats } from '../../shared/ui/Caveats';
import { Arrow } from '../../shared/ui/icons';
import { tip } from '../../shared/ui/tip';
import { toneOf } from '../../shared/ui/LabelWord';
import { causeSpan } from '../../shared/format/causeSpan';
import type { Cause } from './causes';

interface Props {
  causes: readonly Cause[];
  asOf: string;
}

/** The release times of the last 24 hours that moved a score most, each with its effect on the scores. */
export function Causes({ causes, asOf }: Props) {
  if (causes.length === 0) return <p className="strip-none faint">No release moved a score by a point or more.</p>;
  return (
    <table className="strip-causes">
      <caption className="hidden-text">What moved the scores in the last 24 hours, by release time, the largest move first</caption>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>Release</th><th scope="col" className="number">Surprise</th>
          <th scope="col" className="strip-moves">Largest moves at that time</th><th scope="col" className="number strip-changed">Changed</th>
        </tr>
      </thead>
      <tbody>
        {causes.map((cause) => <CauseRow key={cause.instant} cause={cause} asOf={asOf} />)}
      </tbody>
    </table>
  );
}

function CauseRow({ cause: { instant, lead, others, labels, moved }, asOf }: { cause: Cause; asOf: string }) {
  const z = lead.z ?? 0;
  const most = moved[0]?.instrument;
  const name = <bdi>{safeName(lead.shortName)}</bdi>;
  return (
    <tr>
      <td className="strip-time"><time className="faint" dateTime={instant} {...tip(instant)}>{sameDay(instant, asOf) ? clock(instant) : weekdayClock(instant)}</time></td>
      <th scope="row">
        <span className="strip-what">
          <span className="strip-lead"><span className="region">{lead.region}</span> {most === undefined || lead.releaseId === null ? <span className="strip-name strong" {...tip(lead.name)}>{name}</span> : (
            <Link className="strip-name strong" to="/instruments/$id" params={{ id: most }} search={{ release: lead.releaseId, ...causeSpan(instant) } as never} data-tip={`${safeName(lead.name)}. Opens the release on the page of ${most}.`}>{name}</Link>
          )}</span>{' '}
          <span className="strip-figures quiet">{published(lead.actual, lead)}{lead.forecast !== null && ` vs ${expected(lead.forecast, lead, lead.marks)}`}</span>{' '}
          <Caveats marks={lead.marks} />
          {others > 0 && <span className="strip-others faint">& {others} more</span>}
        </span>
      </th>
      <td className={`number strong ${signTone(z, 1)}`}>{sigmas(z)}</td>
      <td className="strip-moves"><Moved moved={moved} instant={instant} /></td>
      <td className="number strip-changed quiet">{labels === 0 ? '–' : `${labels} ${labels === 1 ? 'label' : 'labels'}`}</td>
    </tr>
  );
}

const SHOWN = 2;

function Moved({ moved, instant }: Pick<Cause, 'moved' | 'instant'>) {
  return moved.slice(0, SHOWN).map(({ instrument, before, after, label }) => (
    <Link key={instrument} className="strip-move second" to="/instruments/$id" params={{ id: instrument }} search={causeSpan(instant) as never} data-tip={`Opens what changed the score of ${instrument} at that time.`}>
      {instrument} <span className="faint">{score(before)}</span> <Arrow size={11} /><span className="hidden-text"> to </span> <b className={toneOf(label)}>{score(after)}</b>
    </Link>
  ));
}
