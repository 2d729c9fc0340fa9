import { expected, published, type Figure } from '../../shared/format/figures';
import { score, sigmas } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { clock } from '../../shared/format/times';
import { Caveats } from '../../shared/ui/Caveats';
import { Arrow } from '../../shared/ui/icons';
import { tip } from '../../shared/ui/tip';
import { toneOf } from '../../shared/ui/LabelWord';
import type { Cause, Effect } from './moves';

interface Props {
  causes: readonly Cause[];
  /** Undefined until they are here. */
  effects: ReadonlyMap<string, Effect> | undefined;
  figure: (id: string) => Figure | undefined;
}

/** The largest surprises of the last 24 hours, each with the effect of its release time on the scores. */
export function Causes({ causes, effects, figure }: Props) {
  if (causes.length === 0) return <p className="strip-none faint">No release with a usable surprise.</p>;
  return (
    <table className="strip-causes">
      <caption className="hidden-text">Largest surprises of the last 24 hours, by release time</caption>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>Release</th><th scope="col" className="number">Surprise</th>
          <th scope="col" className="strip-moves">Largest moves at that time</th><th scope="col" className="number strip-changed">Changed</th>
        </tr>
      </thead>
      <tbody>
        {causes.map((cause) => <CauseRow key={cause.instant} cause={cause} effect={effects?.get(cause.instant)} settled={effects !== undefined} unit={figure(cause.lead.indicator)} />)}
      </tbody>
    </table>
  );
}

function CauseRow({ cause: { instant, lead, others }, effect, settled, unit }: { cause: Cause; effect: Effect | undefined; settled: boolean; unit: Figure | undefined }) {
  const z = lead.z ?? 0;
  return (
    <tr>
      <td className="strip-time"><time className="faint" dateTime={instant} {...tip(instant)}>{clock(instant)}</time></td>
      <th scope="row">
        <span className="strip-what">
          <span className="region">{lead.region}</span> <bdi className="strip-name strong" {...tip(lead.name)}>{safeName(lead.shortName)}</bdi>{' '}
          <span className="strip-figures quiet">{published(lead.actual, unit)}{lead.forecast !== null && ` vs ${expected(lead.forecast, unit, lead.marks)}`}</span>{' '}
          <Caveats marks={lead.marks} />
          {others > 0 && <span className="strip-others faint">& {others} more</span>}
        </span>
      </th>
      <td className={`number strong ${z < 0 ? 'bear' : 'bull'}`}>{sigmas(z)}</td>
      <td className="strip-moves">{effect ? <Moved effect={effect} /> : !settled && <span className="ghost" style={{ width: 160 }} />}</td>
      <td className="number strip-changed quiet">{effect && (effect.labels === 0 ? '–' : `${effect.labels} ${effect.labels === 1 ? 'label' : 'labels'}`)}</td>
    </tr>
  );
}

function Moved({ effect }: { effect: Effect }) {
  if (effect.moved.length === 0) return <span className="faint">No score moved by a point or more</span>;
  return effect.moved.map(({ instrument, before, after, label }) => (
    <span key={instrument} className="strip-move second">
      {instrument} <span className="faint">{score(before)}</span> <Arrow size={11} /><span className="hidden-text"> to </span> <b className={toneOf(label)}>{score(after)}</b>
    </span>
  ));
}
