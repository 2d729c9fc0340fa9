import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ApiError } from '../../shared/api/client';
import { instruments } from '../../shared/api/instruments';
import { safeName } from '../../shared/format/text';
import { Magnifier } from '../../shared/ui/icons';

/** Offers the instruments whose ids are nearest to one that does not exist. The server's message names them. */
export function UnknownInstrument({ id, error }: { id: string; error: ApiError }) {
  const all = useQuery(instruments).data?.items ?? [];
  const words = error.message.split(/[^A-Z0-9]+/);
  const nearest = all.filter(({ instrument }) => words.includes(instrument) && instrument !== id)
    .toSorted((a, b) => words.indexOf(a.instrument) - words.indexOf(b.instrument));
  return (
    <main className="page" id="main" tabIndex={-1}>
      <section className="card panel-state">
        <Magnifier size={20} />
        <h1>No instrument matches “<bdi>{safeName(id)}</bdi>”</h1>
        {nearest.length > 0 && <p>Did you mean one of these?</p>}
        <p className="nearest">
          {nearest.map(({ instrument, name }) => (
            <Link key={instrument} className="button" to="/instruments/$id" params={{ id: instrument }}><b>{instrument}</b> {name !== instrument && <span className="faint">{safeName(name)}</span>}</Link>
          ))}
        </p>
        <Link className="button" to="/">Go to the board</Link>
      </section>
    </main>
  );
}
