import type { CSSProperties, KeyboardEvent } from 'react';
import { tint, tintStyle } from '../../shared/format/diverging';
import { signed } from '../../shared/format/numbers';
import { LabelShape } from '../../shared/ui/icons';
import { TableScroll } from '../../shared/ui/TableScroll';
import { TintScale } from '../../shared/ui/TintScale';
import { ALL, breakable, CATEGORIES, emptyWords, keyOf, MOVED, neighbour, RANGE, type Cell, type Row } from './heatCells';

interface Props {
  rows: readonly Row[];
  chosen: string;
  choose: (cell: string) => void;
}

/** The matrix. Arrow keys move from cell to cell; a click or Enter opens one beside the matrix. */
export function HeatTable({ rows, chosen, choose }: Props) {
  const columns = rows[0]?.cells ?? [];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const here = (event.target as HTMLElement).dataset['cell'];
    const next = here === undefined ? null : neighbour(rows, here, event.key);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };
  return (
    <>
      <TableScroll name="Surprises by region and category" className="heat-scroll">
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table className="heat" onKeyDown={onKeyDown}>
          <caption className="hidden-text">Mean surprise in σ of each region and category; all of them in the last column</caption>
          <thead><tr><th scope="col">Region</th>{columns.map(({ category }) => <th key={category} scope="col">{category === ALL ? 'All' : breakable(CATEGORIES[category])}</th>)}</tr></thead>
          <tbody>{rows.map((row) => <tr key={row.region}><th scope="row">{row.name}</th>{row.cells.map((cell) => <HeatCell key={cell.category} cell={cell} chosen={chosen} choose={choose} />)}</tr>)}</tbody>
        </table>
      </TableScroll>
      <p className="card-foot heat-foot second faint"><TintScale range={RANGE} low="weaker, cooler, looser" high="stronger, hotter, tighter" /><span>Corner: moved {MOVED} or more in 7 days</span><span>– no indicator</span></p>
    </>
  );
}

function HeatCell({ cell, chosen, choose }: { cell: Cell } & Omit<Props, 'rows'>) {
  const key = keyOf(cell);
  const shared = { type: 'button' as const, 'data-cell': key, 'aria-pressed': key === chosen, onClick: () => choose(key) };
  const far = cell.moved !== null && Math.abs(cell.moved) >= MOVED;
  if (cell.z === null) {
    const words = emptyWords(cell);
    return <td>{cell.indicators === 0 ? <span className="heat-none faint">{words.short}</span> : <button className="heat-cell heat-empty" {...shared} data-tip={words.long}>{words.short}</button>}</td>;
  }
  return (
    <td>
      <button className="heat-cell tint" style={tintStyle(tint(cell.z, RANGE)) as CSSProperties} {...shared}>
        {signed(cell.z, 1)}
        {far && <span className="heat-corner"><LabelShape label={(cell.moved ?? 0) > 0 ? 'bullish' : 'bearish'} size={8} /><span className="hidden-text">, {(cell.moved ?? 0) > 0 ? 'up' : 'down'} {signed(cell.moved ?? 0, 1)} in 7 days</span></span>}
      </button>
    </td>
  );
}
