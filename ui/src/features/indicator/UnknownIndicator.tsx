import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ApiError } from '../../shared/api/client';
import { indicators } from '../../shared/api/indicators';
import { safeName } from '../../shared/format/text';
import { Magnifier } from '../../shared/ui/icons';
import { useAsOf } from '../time/asOf';

/** Offers the indicators whose names are nearest to one that does not exist. The server's message names them. */
export function UnknownIndicator({ id, error }: { id: string; error: ApiError }) {
  const { known } = useAsOf();
  const all = useQuery(indicators(known)).data?.items ?? [];
  const words = error.message.split(/[^a-z0-9-]+/);
  const nearest = all.filter(({ indicator }) => words.includes(indicator) && indicator !== id)
    .toSorted((a, b) => words.indexOf(a.indicator) - words.indexOf(b.indicator));
  return (
    <main className="page" id="main" tabIndex={-1}>
      <section className="card panel-state">
        <Magnifier size={20} />
        <h1>No indicator matches “<bdi>{safeName(id)}</bdi>”</h1>
        {nearest.length > 0 && <p>Did you mean one of these?</p>}
        <p className="nearest">
          {nearest.map(({ indicator, region, name }) => (
            <Link key={indicator} className="button" to="/indicators/$indicator" params={{ indicator }}><span className="region">{region}</span> <b>{safeName(name)}</b></Link>
          ))}
        </p>
        <Link className="button" to="/">Go to the board</Link>
      </section>
    </main>
  );
}
