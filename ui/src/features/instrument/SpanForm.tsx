import { useState, type FormEvent } from 'react';
import { zone } from '../../shared/format/times';
import { localFields } from '../time/InstantForm';
import { typedSpan } from './span';

interface Props {
  from: string;
  to: string;
  /** No end can lie after it. */
  asOf: string;
  choose: (span: { from: string; to: string }) => void;
}

const field = (iso: string) => { const { date, time } = localFields(iso); return `${date}T${time}`; };

/** Both ends of a change, typed. They follow the handles of the chart. */
export function SpanForm({ from, to, asOf, choose }: Props) {
  const [start, setStart] = useState(field(from));
  const [end, setEnd] = useState(field(to));
  const [fault, setFault] = useState('');
  const [followed, setFollowed] = useState(from + to);
  if (followed !== from + to) {
    setFollowed(from + to);
    setStart(field(from));
    setEnd(field(to));
    setFault('');
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = typedSpan(start, end, asOf);
    setFault('fault' in typed ? typed.fault : '');
    if (!('fault' in typed)) choose(typed);
  };
  return (
    <form className="span-form second" onSubmit={submit} noValidate>
      <label>From <input type="datetime-local" step={1} value={start} onChange={(event) => setStart(event.target.value)} /></label>
      <label>to <input type="datetime-local" step={1} value={end} onChange={(event) => setEnd(event.target.value)} /></label>
      <span className="faint">{zone(to)}</span>
      <button className="button" type="submit">Show the change</button>
      <p className="bear" role="alert">{fault}</p>
    </form>
  );
}
