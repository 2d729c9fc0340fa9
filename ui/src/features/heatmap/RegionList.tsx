import type { CSSProperties } from 'react';
import { tint, tintStyle } from '../../shared/format/diverging';
import { signed } from '../../shared/format/numbers';
import { Choice } from '../../shared/ui/Choice';
import { ALL, CATEGORIES, emptyWords, keyOf, RANGE, type Cell, type Row } from './heatCells';

interface Props {
  rows: readonly Row[];
  cell: Cell;
  choose: (cell: string) => void;
}

/** One region at a time, where the matrix has no room. */
export function RegionList({ rows, cell, choose }: Props) {
  const row = rows.find(({ region }) => region === cell.region);
  const toRegion = (region: string) => choose(`${region}.${cell.category}`);
  return (
    <div className="heat-list">
      <Choice name="Region shown" value={cell.region} options={rows.map(({ region, name }) => ({ value: region, label: name }))} choose={toRegion} />
      <ul>
        {row?.cells.filter(({ indicators }) => indicators > 0).map((one) => (
          <li key={one.category}>
            <button className="release-button" type="button" aria-pressed={keyOf(one) === keyOf(cell)} onClick={() => choose(keyOf(one))}>{one.category === ALL ? 'All' : CATEGORIES[one.category]}</button>
            {one.z === null ? <span className="faint">{emptyWords(one).short}</span> : <span className="heat-chip tint number" style={tintStyle(tint(one.z, RANGE)) as CSSProperties}>{signed(one.z, 1)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
