import type { CSSProperties, KeyboardEvent } from 'react';
import type { CorrelationPair } from '../../shared/api/types';
import { tint, tintStyle } from '../../shared/format/diverging';
import { signed } from '../../shared/format/numbers';
import { TableScroll } from '../../shared/ui/TableScroll';
import { cellText, interval, missing, pairOf, stepTo } from './matrix';

interface Props {
  ids: readonly string[];
  pairs: readonly CorrelationPair[];
  chosen: readonly [string, string];
  choose: (first: string, second: string) => void;
}

/** The lower triangle. Arrow keys move from cell to cell; a click or Enter opens a pair. */
export function Matrix({ ids, pairs, chosen, choose }: Props) {
  const find = pairOf(pairs);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const here = (event.target as HTMLElement).dataset['at']?.split(',').map(Number);
    const next = here === undefined ? null : stepTo(ids.length, here[0] ?? 0, here[1] ?? 0, event.key);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-at="${next.row},${next.column}"]`)?.focus();
  };
  return (
    <TableScroll name="Correlation matrix" className="matrix-scroll">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table className="matrix" onKeyDown={onKeyDown}>
        <caption className="hidden-text">Correlation of each pair; the upper half would repeat the lower one</caption>
        <tbody>
          {ids.map((row, index) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {ids.slice(0, index).map((column, place) => (
                <MatrixCell key={column} pair={find(row, column)} at={`${index},${place}`} chosen={chosen.includes(row) && chosen.includes(column)} open={() => choose(row, column)} />
              ))}
              <td className="matrix-own" />
            </tr>
          ))}
        </tbody>
        <tfoot><tr><td />{ids.map((id) => <th key={id} scope="col"><span>{id}</span></th>)}</tr></tfoot>
      </table>
    </TableScroll>
  );
}

function MatrixCell({ pair, at, chosen, open }: { pair: CorrelationPair | undefined; at: string; chosen: boolean; open: () => void }) {
  if (pair === undefined) return <td />;
  const name = `${pair.first} and ${pair.second}`;
  const shared = { type: 'button' as const, 'data-at': at, 'aria-pressed': chosen, onClick: open };
  if (pair.r === null) return <td><button className="matrix-cell" {...shared} aria-label={`${name}: ${missing(pair)}`} data-tip={`${name}: ${missing(pair)}, n ${pair.observations}`} /></td>;
  const text = `${name}: ${signed(pair.r, 2)}, ${interval(pair)}, n ${pair.observations}`;
  const filled = pair.differs ? { className: 'matrix-cell tint', style: tintStyle(tint(pair.r, 1)) as CSSProperties } : { className: 'matrix-cell matrix-plain' };
  return <td><button {...filled} {...shared} aria-label={text} data-tip={text}>{cellText(pair.r)}</button></td>;
}
