import { ASSET_CLASSES } from '../../shared/format/labels';
import { regionName } from '../../shared/format/regions';
import { Magnifier, Warning } from '../../shared/ui/icons';
import type { BoardSearch } from './boardSearch';

/** Names the board parameters in the address that are not valid. */
export function InvalidNote({ invalid }: { invalid: readonly { name: string; value: string }[] }) {
  if (invalid.length === 0) return null;
  return (
    <p className="filter-note second" role="status">
      <span className="badge" data-tone="warning"><Warning size={13} /> {invalid.map(({ name, value }) => `${name} “${value}”`).join(', ')}</span>
      {invalid.length === 1 ? 'is not valid' : 'are not valid'}; the default is used instead.
    </p>
  );
}

export function NoMatch({ search, clear }: { search: BoardSearch; clear: () => void }) {
  const group = ASSET_CLASSES.find(({ code }) => code === search.class)?.name;
  const filters = [group && `class ${group}`, search.region && `region ${regionName(search.region)}`].filter(Boolean).join(', ');
  return (
    <section className="panel-state">
      <Magnifier size={20} />
      <h2>No instrument matches</h2>
      <p>Filters: {filters}. A region filter keeps the instruments with one of their three largest reasons from that region.</p>
      <button className="button" type="button" onClick={clear}>Clear filters</button>
    </section>
  );
}
