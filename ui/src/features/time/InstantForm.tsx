import { useState, type FormEvent } from 'react';
import { isoSeconds, zone } from '../../shared/format/times';

const two = (value: number) => String(value).padStart(2, '0');

/** Date and time in the reader's zone, as the two native fields want them. */
export function localFields(iso: string): { date: string; time: string } {
  const at = new Date(iso);
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`,
  };
}

export function InstantForm({ shown, choose }: { shown: string | undefined; choose: (target: string | undefined) => void }) {
  const start = localFields(shown ?? new Date().toISOString());
  const [date, setDate] = useState(start.date);
  const [time, setTime] = useState(start.time);
  const [wrong, setWrong] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = new Date(`${date}T${time}`).getTime();
    if (Number.isNaN(at)) return setWrong('Give a date and a time.');
    if (at > Date.now()) return setWrong('That instant has not come yet.');
    choose(isoSeconds(at));
  };
  return (
    <form className="instant-form" onSubmit={submit} noValidate>
      <label>Date <input type="date" value={date} onChange={(event) => setDate(event.target.value)} /></label>
      <label>
        Time, {zone(shown ?? new Date().toISOString())}
        <input type="time" step="1" value={time} onChange={(event) => setTime(event.target.value)} />
      </label>
      <p className="bear second" role="alert">{wrong}</p>
      <div className="instant-form-actions">
        <button className="button" type="button" onClick={() => choose(undefined)}>Latest</button>
        <button className="button" data-primary type="submit">Show what was known</button>
      </div>
    </form>
  );
}
