import { instant, zone } from '../../shared/format/times';
import { DropButton } from '../../shared/ui/DropButton';
import { ChevronLeft, ChevronRight, Clock } from '../../shared/ui/icons';
import { stepped, useAsOf } from './asOf';
import { InstantForm } from './InstantForm';
import { useReleaseStep } from './useReleaseStep';

interface Props {
  /** The instant of the answer. */
  shown: string | undefined;
  /** The time machine has every step by name; live there is one step back, of a day. */
  replay: boolean;
}

interface Step {
  name: string;
  move: (direction: 1 | -1) => void;
}

/** ‹ instant ›: steps, and a form for any instant. */
export function AsOfControl({ shown, replay }: Props) {
  const { go } = useAsOf();
  const toRelease = useReleaseStep(shown);
  const byDays = (days: number) => (direction: 1 | -1) => { if (shown) go(stepped(shown, direction * days)); };
  const day = { name: 'day', move: byDays(1) };
  const steps: Step[] = replay ? [{ name: 'release', move: (direction) => void toRelease(direction) }, day, { name: 'week', move: byDays(7) }] : [day];
  return (
    <div className="as-of segments" role="group" aria-label="As of">
      {steps.map(({ name, move }) => (
        <button key={name} className="button" type="button" data-step={name} aria-label={`Back a ${name}`} disabled={!shown} onClick={() => move(-1)}>
          <ChevronLeft /> {replay && name}
        </button>
      ))}
      <DropButton className="as-of-instant" panelName="Choose an instant"
        face={<><Clock />{shown ? <time dateTime={shown} title={shown}>{instant(shown, new Date().toISOString(), replay)}</time> : 'Now'}{shown && <span className="faint as-of-zone">{zone(shown)}</span>}</>}
        panel={(close) => <InstantForm shown={shown} choose={(target) => { close(); go(target); }} />} />
      {steps.toReversed().map(({ name, move }) => (
        <button key={name} className="button" type="button" data-step={name} aria-label={`Forward a ${name}`} disabled={!shown || !replay} onClick={() => move(1)}>
          {replay && name} <ChevronRight />
        </button>
      ))}
    </div>
  );
}
