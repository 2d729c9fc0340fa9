import { Link } from '@tanstack/react-router';
import type { BiasExplanation } from '../../shared/api/schema';
import { ASSET_CLASSES, LABEL_WORDS, labelOf, reasonWords } from '../../shared/format/labels';
import { score, signed, sigmas, wholePercent } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { Warning } from '../../shared/ui/icons';
import { LabelWord, toneOf } from '../../shared/ui/LabelWord';
import { ScoreBar } from '../../shared/ui/ScoreBar';
import { LOW_AGREEMENT, why } from './why';

function was(now: number | null, change: number | null): string {
  if (now === null || change === null) return 'no score then';
  return `was ${score(now - change)}, ${LABEL_WORDS[labelOf(now - change)].toLowerCase()}`;
}

export function Hero({ answer }: { answer: BiasExplanation }) {
  const { sumFor, sumAgainst } = why(answer);
  const group = ASSET_CLASSES.find(({ code }) => code === answer.assetClass);
  const none = reasonWords(answer.reason);
  return (
    <section className="card hero" aria-label="Bias">
      <div className="hero-name">
        <p className="caption"><Link to="/">Board</Link> / <Link to="/" search={{ class: answer.assetClass } as never}>{group?.name}</Link></p>
        <h1>{answer.instrument}</h1>
        <p className="second faint"><bdi>{safeName(answer.name)}</bdi>{answer.assetClass === 'government-bond' && ' · bias of the price'}</p>
      </div>
      <div className="hero-score">
        <span className={`hero-number ${toneOf(answer.label)}`}>{score(answer.score)}</span>
        <div>
          {answer.label ? <LabelWord label={answer.label} /> : <span className="faint">{reasonWords(answer.reason, 'short')}</span>}
          <ScoreBar score={answer.score} label={answer.label} confidence={answer.confidence} width={170} height={16} />
          <span className="second faint">Z {answer.z === null ? '–' : signed(answer.z, 2)}</span>
        </div>
      </div>
      <Stat name="24 hours" value={score(answer.change.day)} note={was(answer.score, answer.change.day)} />
      <Stat name="7 days" value={score(answer.change.week)} note={was(answer.score, answer.change.week)} />
      <Stat name="Confidence" value={wholePercent(answer.confidence)} low={(answer.confidence ?? 1) < 0.5}
        note={answer.confidence === null ? none : `coverage ${wholePercent(answer.coverage)}, freshness ${wholePercent(answer.freshness)}, quality ${wholePercent(answer.quality)}`} />
      <Stat name="Agreement" value={wholePercent(answer.agreement)} note={answer.agreement === null ? none : `for ${signed(sumFor, 2)} · against ${signed(sumAgainst, 2)}`} />
    </section>
  );
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

/** The three largest reasons for the bias and the two largest against it. */
export function WhySentence({ answer }: { answer: BiasExplanation }) {
  const { pro, contra } = why(answer);
  if (pro.length === 0) return answer.reason === null ? null : <p className="why">{reasonWords(answer.reason)}</p>;
  const list = (parts: typeof pro) =>
    parts.map((part, index) => (
      <span key={part.indicator}>
        {index > 0 && ', '}
        {part.region} <bdi>{safeName(part.name)}</bdi> {sigmas(part.z)}{' '}
        <b className={part.contribution < 0 ? 'bear' : 'bull'}>{signed(part.contribution, 2)}</b>
      </span>
    ));
  return (
    <p className="why">
      <strong>Why{answer.label ? ` ${LABEL_WORDS[answer.label].toLowerCase()}` : ''}.</strong> For: {list(pro)}.
      {contra.length > 0 && <> Against: {list(contra)}.</>}{' '}
      {answer.agreement !== null && answer.agreement < LOW_AGREEMENT && (
        <span className="badge" data-tone="warning"><Warning size={13} /> Low agreement: the reasons largely cancel out</span>
      )}
    </p>
  );
}
