import { ASSET_CLASSES } from '../../shared/format/labels';
import { regionName } from '../../shared/format/regions';
import { Magnifier, Warning } from '../../shared/ui/icons';
import type { BoardSearch } from './boardSearch';

/** What the address asks for and the board does not know. */
export function UnknownNote({ unknown }: { unknown: readonly { name: string; value: string }[] }) {
  if (unknown.length === 0) return null;
  return (
    <p className="filter-note second" role="status">
      <span className="badge" data-tone="warning"><Warning size={13} /> {unknown.map(({ name, value }) => `${name} “${value}”`).join(', ')}</span>
      {unknown.length === 1 ? 'is not known here' : 'are not known here'}; the default is shown instead.
    </p>
  );
}

export function NothingFound({ search, clear }: { search: BoardSearch; clear: () => void }) {
  const group = ASSET_CLASSES.find(({ code }) => code === search.class)?.name;
  const filters = [group && `class ${group}`, search.region && `region ${regionName(search.region)}`].filter(Boolean).join(', ');
  return (
    <section className="panel-state">
      <Magnifier size={20} />
      <h2>No instrument matches</h2>
      <p>Filters: {filters}. A region shows the rows with one of their three largest reasons from it.</p>
      <button className="button" type="button" onClick={clear}>Clear filters</button>
    </section>
  );
}
