import { Popover } from '@mantine/core';
import { useState } from 'react';
import { instant, zone } from '../../shared/format/times';
import { ChevronLeft, ChevronRight, Clock } from '../../shared/ui/icons';
import { stepped, useAsOf } from './asOf';
import { InstantForm } from './InstantForm';

/** ‹ instant ›: steps of a day, and a form for any instant. `shown` is the instant of the answer. */
export function AsOfControl({ shown, live, steps = [1] }: { shown: string | undefined; live: boolean; steps?: number[] }) {
  const { go } = useAsOf();
  const [open, setOpen] = useState(false);
  const step = (days: number) => shown && go(stepped(shown, days));
  const word = (days: number) => (days === 1 ? 'day' : 'week');
  const named = steps.length > 1;
  return (
    <div className="as-of segments" role="group" aria-label="As of">
      {[...steps].reverse().map((days) => (
        <button key={days} className="button" type="button" aria-label={`Back a ${word(days)}`} disabled={!shown} onClick={() => step(-days)}>
          <ChevronLeft /> {named && word(days)}
        </button>
      ))}
      <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="none" trapFocus returnFocus>
        <Popover.Target>
          <button className="button as-of-instant" type="button" onClick={() => setOpen(!open)} aria-haspopup="dialog">
            <Clock />
            {shown ? <time dateTime={shown} title={shown}>{instant(shown, new Date().toISOString(), named)}</time> : 'Now'}
            {shown && <span className="faint as-of-zone">{zone(shown)}</span>}
          </button>
        </Popover.Target>
        <Popover.Dropdown className="popover" aria-label="Choose an instant">
          <InstantForm shown={shown} choose={(target) => { setOpen(false); go(target); }} />
        </Popover.Dropdown>
      </Popover>
      {steps.map((days) => (
        <button key={days} className="button" type="button" aria-label={`Forward a ${word(days)}`} disabled={!shown || live} onClick={() => step(days)}>
          {named && word(days)} <ChevronRight />
        </button>
      ))}
    </div>
  );
}
