import { LABEL_WORDS } from '../../shared/format/labels';
import { tradingDay } from '../../shared/format/times';
import { tip } from '../../shared/ui/tip';
import { LabelShape } from '../../shared/ui/icons';
import { toneOf } from '../../shared/ui/LabelWord';
import type { LabelChange } from './historySeries';

/** The marks of changed labels above the score, at the places of their closes. The table has them as text. */
export function LabelLane({ marks }: { marks: readonly { mark: LabelChange; x: number }[] }) {
  return (
    <ul className="label-lane" aria-label="Changes of the label">
      {marks.map(({ mark: { time, label, before }, x }) => (
        <li key={time} className={toneOf(label)} style={{ left: x }} {...tip(`Close of ${tradingDay(time)}: ${LABEL_WORDS[label].toLowerCase()}, was ${LABEL_WORDS[before].toLowerCase()}`, 'row')}>
          <LabelShape label={label} size={11} /><span className="hidden-text">{tradingDay(time)}: {LABEL_WORDS[label].toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}
