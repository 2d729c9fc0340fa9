import type { AssetClass, BiasItem, BiasSummary } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { ASSET_CLASSES } from '../../shared/format/labels';
import { REGIONS } from '../../shared/format/regions';
import { Choice } from '../../shared/ui/Choice';
import { ExportButton } from '../../shared/ui/ExportButton';
import { csvRow, CSV_HEADER, isAscending, regionsOf, SORT_KEYS, SORTS, sortKey, type Sort } from './boardRows';
import type { BoardSearch } from './boardSearch';

interface Props {
  answer: BiasSummary;
  rows: readonly BiasItem[];
  search: BoardSearch;
  change: (search: BoardSearch) => void;
}

const sortWords = (sort: Sort) => `${SORTS[sortKey(sort)]}${isAscending(sort) ? ', smallest first' : ''}`;

export function Toolbar({ answer, rows, search, change }: Props) {
  const { items, asOf } = answer;
  const dense = search.density !== 'comfortable';
  const sort = search.sort ?? 'class';
  const sorts: Sort[] = isAscending(sort) ? [...SORT_KEYS, sort] : SORT_KEYS;
  return (
    <div className="toolbar no-print">
      <ClassFilter items={items} chosen={search.class} choose={(value) => change({ class: value })} />
      <Choice name="Region" value={search.region ?? 'all'} options={regionOptions(items, search.region)} choose={(region) => change({ region: region === 'all' ? undefined : region })}
        note="Instruments with one of their three largest reasons from this region" />
      <Choice name="Sort" value={sort} options={sorts.map((value) => ({ value, label: sortWords(value) }))} choose={(value) => change({ sort: value === 'class' ? undefined : value })} />
      <span className="toolbar-gap" />
      <div className="segments toolbar-density" role="group" aria-label="Density">
        <button className="button" type="button" aria-pressed={dense} onClick={() => change({ density: undefined })}>Dense</button>
        <button className="button" type="button" aria-pressed={!dense} onClick={() => change({ density: 'comfortable' })}>Comfortable</button>
      </div>
      <ExportButton name="the board" file="board" keys asOf={asOf} text={() => csv(CSV_HEADER, rows.map((row) => csvRow(row, answer)))} />
    </div>
  );
}

/** The regions with at least one reason, each with its number of rows. The chosen region is always an option. */
function regionOptions(items: readonly BiasItem[], chosen: string | undefined) {
  const count = (code: string) => items.filter((item) => regionsOf(item).has(code)).length;
  const known = REGIONS.map(({ code, name }) => ({ value: code, label: `${name} (${count(code)})` }));
  return [{ value: 'all', label: 'all' }, ...known.filter(({ value }) => value === chosen || count(value) > 0)];
}

interface FilterProps {
  items: readonly BiasItem[];
  chosen: AssetClass | undefined;
  choose: (value: AssetClass | undefined) => void;
}

function ClassFilter({ items, chosen, choose }: FilterProps) {
  const count = (code: AssetClass) => items.filter(({ assetClass }) => assetClass === code).length;
  return (
    <div className="segments class-filter" role="group" aria-label="Class">
      <button className="button" type="button" data-filter aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>All {items.length}</button>
      {ASSET_CLASSES.filter(({ code }) => count(code) > 0).map(({ code, name, short }) => (
        <button key={code} className="button" type="button" data-filter aria-pressed={chosen === code} aria-label={`${name} ${count(code)}`} onClick={() => choose(code)}>
          <span className="wide-only">{name} {count(code)}</span>
          <span className="narrow-only">{short}</span>
        </button>
      ))}
    </div>
  );
}
