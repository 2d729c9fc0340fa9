import { Link } from '@tanstack/react-router';
import { use } from 'react';
import type { BiasExplanation, BiasMeasures, Driver, LabelBounds } from '../../shared/api/types';
import { LOW_AGREEMENT } from '../../shared/format/agreement';
import { ASSET_CLASSES, LABEL_WORDS, labelOf, reasonWords, THIN, thinWords } from '../../shared/format/labels';
import { score, sigmas, signTone, signed, wholePercent } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { ageOfDays } from '../../shared/format/times';
import { Bounds } from '../../shared/ui/bounds';
import { healthFactors, isImpaired } from '../../shared/ui/Health';
import { Warning } from '../../shared/ui/icons';
import { LabelWord, toneOf } from '../../shared/ui/LabelWord';
import { ScoreBar } from '../../shared/ui/ScoreBar';
import { FOR_SHOWN, AGAINST_SHOWN, sidesOf } from './why';

function was(now: number | null, change: number | null, bounds: LabelBounds): string {
  if (now === null || change === null) return 'no score then';
  return `was ${score(now - change)}, ${LABEL_WORDS[labelOf(now - change, bounds)].toLowerCase()}`;
}

export function Hero({ answer }: { answer: BiasExplanation }) {
  const bounds = use(Bounds);
  const group = ASSET_CLASSES.find(({ code }) => code === answer.assetClass);
  const thin = answer.reason === THIN;
  return (
    <section className="card hero-card" aria-label="Bias">
      <div className="hero">
        <div className="hero-name">
          <p className="caption"><Link to="/">Board</Link> / <Link to="/" search={{ class: answer.assetClass } as never}>{group?.name}</Link></p>
          <h1>{answer.instrument}</h1>
          <p className="second faint"><bdi>{safeName(answer.name)}</bdi>{answer.assetClass === 'government-bond' && ' · bias of the price'}</p>
        </div>
        <div className="hero-score">
          <span className={`hero-number ${thin ? 'quiet' : toneOf(answer.label)}`}>{score(answer.score)}</span>
          <div>
            {answer.label ? <LabelWord label={answer.label} /> : <span className="quiet">{thin ? thinWords(answer) : reasonWords(answer.reason, 'short')}</span>}
            <ScoreBar item={answer} width={170} height={16} />
          </div>
        </div>
        <Stat name="24 hours" value={score(answer.change.day)} note={was(answer.score, answer.change.day, bounds)} />
        <Stat name="7 days" value={score(answer.change.week)} note={was(answer.score, answer.change.week, bounds)} />
        <HealthStat item={answer} />
      </div>
      <WhyLines answer={answer} />
      {answer.assetClass === 'equity-index' && <p className="hero-note second quiet">Measured on 2012 to 2021, the news has no link with the price of equity indices (correlation 0.00). The score says what the data were, not what the index does.</p>}
    </section>
  );
}

/** Data health stands here only when there is something to say about it. */
function HealthStat({ item }: { item: BiasMeasures }) {
  if (!isImpaired(item)) return null;
  return <Stat name="Data health" value={wholePercent(item.health)} low={(item.health ?? 1) < 0.5} note={healthFactors(item)} />;
}

function Stat({ name, value, note, low = false }: { name: string; value: string; note: string; low?: boolean }) {
  return (
    <div className="stat" data-low={low || undefined}>
      <p className="caption">{name}</p>
      <p className="stat-value">{value}</p>
      <p className="faint">{note}</p>
    </div>
  );
}

/** The largest reasons for the bias and against it, each with z and age. */
function WhyLines({ answer }: { answer: BiasExplanation }) {
  const { first, second } = sidesOf(answer);
  if (first.drivers.length + second.drivers.length === 0) return answer.reason === null ? null : <p className="hero-note">{reasonWords(answer.reason)}</p>;
  const low = answer.agreement !== null && answer.agreement < LOW_AGREEMENT;
  return (
    <dl className="why">
      <div><dt>{first.name}</dt><dd><Reasons drivers={first.drivers.slice(0, FOR_SHOWN)} /></dd></div>
      <div>
        <dt>{second.name}</dt>
        <dd>
          <Reasons drivers={second.drivers.slice(0, AGAINST_SHOWN)} />{' '}
          {low && <span className="badge" data-tone="warning"><Warning size={13} /> Low agreement: the reasons pull both ways</span>}
        </dd>
      </div>
      {answer.reason !== null && <p className="quiet">{reasonWords(answer.reason)}</p>}
    </dl>
  );
}

function Reasons({ drivers }: { drivers: readonly Driver[] }) {
  if (drivers.length === 0) return <span className="faint">nothing</span>;
  return drivers.map((driver, index) => (
    <span key={driver.releaseId} className="why-reason">
      {index > 0 && ', '}
      {driver.region} <bdi>{safeName(driver.shortName)}</bdi> {sigmas(driver.z)}{' '}
      <b className={signTone(driver.contribution, 2)}>{signed(driver.contribution, 2)}</b>{' '}
      <span className="faint second">{ageOfDays(driver.ageDays)}</span>
    </span>
  ));
}
