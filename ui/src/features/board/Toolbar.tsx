import { Menu } from '@mantine/core';
import type { AssetClass, BiasItem } from '../../shared/api/schema';
import { csv } from '../../shared/format/csv';
import { ASSET_CLASSES } from '../../shared/format/labels';
import { CopyCsv } from '../../shared/ui/CopyCsv';
import { ChevronDown } from '../../shared/ui/icons';
import { CSV_HEADER, csvRow, SORTS, type BoardGroup, type Sort } from './boardRows';
import type { BoardSearch } from './boardSearch';

interface Props {
  items: readonly BiasItem[];
  shown: readonly BoardGroup[];
  search: BoardSearch;
  change: (search: BoardSearch) => void;
}

export function Toolbar({ items, shown, search, change }: Props) {
  const dense = search.density !== 'comfortable';
  const rows = shown.flatMap((group) => group.items);
  return (
    <div className="toolbar no-print">
      <ClassFilter items={items} chosen={search.class} choose={(value) => change({ class: value })} />
      <Menu position="bottom-start" shadow="none">
        <Menu.Target>
          <button className="button" type="button">Sort <strong>{SORTS[search.sort ?? 'class']}</strong> <ChevronDown size={14} /></button>
        </Menu.Target>
        <Menu.Dropdown className="menu">
          {(Object.keys(SORTS) as Sort[]).map((sort) => (
            <Menu.Item key={sort} onClick={() => change({ sort: sort === 'class' ? undefined : sort })}>{SORTS[sort]}</Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span className="toolbar-gap" />
      <div className="segments toolbar-density" role="group" aria-label="Density">
        <button className="button" type="button" aria-pressed={dense} onClick={() => change({ density: undefined })}>Dense</button>
        <button className="button" type="button" aria-pressed={!dense} onClick={() => change({ density: 'comfortable' })}>Comfortable</button>
      </div>
      <CopyCsv name="the board" shortcut text={() => csv(CSV_HEADER, rows.map(csvRow))} />
    </div>
  );
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
      <button className="button" type="button" aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>All {items.length}</button>
      {ASSET_CLASSES.filter(({ code }) => count(code) > 0).map(({ code, name, short }) => (
        <button key={code} className="button" type="button" aria-pressed={chosen === code} aria-label={`${name} ${count(code)}`} onClick={() => choose(code)}>
          <span className="wide-only">{name} {count(code)}</span>
          <span className="narrow-only">{short}</span>
        </button>
      ))}
    </div>
  );
}
