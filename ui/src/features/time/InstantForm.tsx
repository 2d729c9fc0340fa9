import { useState, type FormEvent } from 'react';
import { isoSeconds, zone } from '../../shared/format/times';
import { localInstant } from './instants';

const two = (value: number) => String(value).padStart(2, '0');

/** Date and time in the reader's time zone, in the form that the native fields expect. */
export function localFields(iso: string): { date: string; time: string } {
  const local = new Date(iso);
  return {
    date: `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`,
    time: `${two(local.getHours())}:${two(local.getMinutes())}:${two(local.getSeconds())}`,
  };
}

const isComplete = (date: string, time: string) => date !== '' && time !== '';

export function InstantForm({ shown, choose }: { shown: string | undefined; choose: (target: string | undefined) => void }) {
  const start = localFields(shown ?? new Date().toISOString());
  const [date, setDate] = useState(start.date);
  const [time, setTime] = useState(start.time);
  const [fault, setFault] = useState('');
  const typed = isComplete(date, time) ? localInstant(date, time) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete(date, time)) return setFault('Enter a date and a time.');
    const chosen = localInstant(date, time);
    if (chosen === null) return setFault('This time does not exist in your time zone: the clock was put forward.');
    if (chosen > Date.now()) return setFault('This time is in the future.');
    choose(isoSeconds(chosen));
  };
  return (
    <form className="instant-form" onSubmit={submit} noValidate>
      <label>Date <input type="date" value={date} onChange={(event) => setDate(event.target.value)} /></label>
      <label>
        Time{typed !== null && `, ${zone(isoSeconds(typed))}`}
        <input type="time" step="1" value={time} onChange={(event) => setTime(event.target.value)} />
      </label>
      <p className="bear second" role="alert">{fault}</p>
      <div className="instant-form-actions">
        <button className="button" type="button" onClick={() => choose(undefined)}>Latest</button>
        <button className="button" data-primary type="submit">Show what was known</button>
      </div>
    </form>
  );
}
