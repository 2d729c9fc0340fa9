import { useEffect, useRef, useState } from 'react';
import type { Closed } from '../../shared/api/session';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { arrive, start, type Words } from './arrive';
import { signOut } from './issuer';

interface Props {
  closed: Closed;
  /** Shows an address of the page once it opens. */
  go: (path: string) => void;
}

/** Stands in place of every page while nobody is signed in at a server that asks who you are. */
export default function SignIn({ closed, go }: Props) {
  const [words, setWords] = useState<Words | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  // A code of the issuer can be used once: whoever comes back is let in once, however often this is drawn.
  const asked = useRef<Closed | null>(null);
  useEffect(() => {
    if (asked.current === closed) return;
    asked.current = closed;
    arrive(closed, go).then(setWords, setFault);
  }, [closed, go]);
  const begin = (manager: NonNullable<Words['manager']>) => void start(manager).catch(setFault);
  return (
    <main className="page" id="main">
      {fault !== null && <ErrorPanel what="The sign-in could not be started" error={fault} retry={() => window.location.reload()} />}
      {fault === null && words !== null && (
        <section className="card panel-state">
          <h1>{words.title}</h1>
          <p role="status">{words.text}</p>
          {words.manager && <button className="button" data-primary type="button" onClick={() => words.manager && begin(words.manager)}>Sign in</button>}
          {words.manager && words.someone && <button className="button" type="button" onClick={() => words.manager && void signOut(words.manager)}>Sign in as someone else</button>}
        </section>
      )}
    </main>
  );
}
