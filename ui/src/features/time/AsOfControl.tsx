import { instant, zone } from '../../shared/format/times';
import { DropdownButton } from '../../shared/ui/DropdownButton';
import { ChevronLeft, ChevronRight, Clock } from '../../shared/ui/icons';
import { useAsOf, useDayStep } from './asOf';
import { InstantForm } from './InstantForm';
import { useReleaseStep } from './useReleaseStep';

interface Props {
  /** The time of the answer. */
  shown: string | undefined;
  /** In the time machine there are steps by release, day and week; live, only one day back. */
  replay: boolean;
}

interface Step {
  name: string;
  move: (direction: 1 | -1) => void;
}

/** Steps back and forward, and a form to choose any time. */
export function AsOfControl({ shown, replay }: Props) {
  const { go } = useAsOf();
  const toRelease = useReleaseStep(shown);
  const step = useDayStep(shown);
  const byDays = (days: number) => (direction: 1 | -1) => step(direction * days);
  const day = { name: 'day', move: byDays(1) };
  const steps: Step[] = replay ? [{ name: 'release', move: (direction) => void toRelease(direction) }, day, { name: 'week', move: byDays(7) }] : [day];
  return (
    <div className="as-of segments" role="group" aria-label="As of">
      {steps.map(({ name, move }) => (
        <button key={name} className="button" type="button" data-step={name} aria-label={`Back one ${name}`} disabled={!shown} onClick={() => move(-1)}>
          <ChevronLeft /> {replay && <span className="step-name">{name}</span>}
        </button>
      ))}
      <DropdownButton className="as-of-instant" panelName="Choose a time"
        face={<><Clock />{replay && <span className="as-of-caption">Time machine{shown && `, ${zone(shown)}`}</span>}{shown ? <time dateTime={shown} data-tip={shown}>{instant(shown, new Date().toISOString(), replay)}</time> : 'Now'}{shown && <span className="faint as-of-zone">{zone(shown)}</span>}</>}
        panel={(close) => <InstantForm shown={shown} choose={(target) => { close(); go(target); }} />} />
      {steps.toReversed().map(({ name, move }) => (
        <button key={name} className="button" type="button" data-step={name} aria-label={`Forward one ${name}`} disabled={!shown || !replay} onClick={() => move(1)}>
          {replay && <span className="step-name">{name}</span>} <ChevronRight />
        </button>
      ))}
    </div>
  );
}
