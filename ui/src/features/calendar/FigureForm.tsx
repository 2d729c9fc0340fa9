import { useState } from 'react';

interface Props {
  /** Whose figure it is, for a screen reader. */
  of: string;
  /** The figure that is set; empty where it comes as expected. */
  start: string;
  send: (figure: string) => void;
}

/** A figure that is typed, in the indicator's unit or in σ. It follows the slider. */
export function FigureForm({ of, start, send }: Props) {
  const [text, setText] = useState(start);
  const [followed, setFollowed] = useState(start);
  if (followed !== start) {
    setFollowed(start);
    setText(start);
  }
  return (
    <form className="what-form" onSubmit={(event) => { event.preventDefault(); send(text); }}>
      <label className="second quiet">Figure <span className="hidden-text">of {of}</span> <input className="what-figure" value={text} onChange={(event) => setText(event.target.value)} placeholder="250K, 5.3 or 1.5s" maxLength={40} autoComplete="off" /></label>
      <button className="button" type="submit">Show <span className="hidden-text">{of}</span></button>
      {start !== '' && <button className="button" type="button" onClick={() => { setText(''); send(''); }}>As expected <span className="hidden-text">for {of}</span></button>}
    </form>
  );
}
