import { Fragment } from 'react';
import { BoardRow } from './BoardRow';
import type { BoardGroup } from './boardRows';
import type { BiasItem } from '../../shared/api/schema';

interface Props {
  groups: readonly BoardGroup[];
  dense: boolean;
  open: (item: BiasItem) => void;
}

/** A real table; on phones its rows fold into two lines by CSS. */
export function BoardTable({ groups, dense, open }: Props) {
  return (
    <div className="card board-card">
      <table className="board" data-dense={dense || undefined}>
        <caption className="hidden-text">Bias of each instrument, with the reasons</caption>
        <thead>
          <tr>
            <th scope="col">Instrument</th>
            <th scope="col" className="number">Score</th>
            <th scope="col" className="col-bar"><span className="bar-head"><span>−100</span><span>0</span><span>+100</span></span></th>
            <th scope="col" className="col-label">Label</th>
            <th scope="col" className="number">24 h</th>
            <th scope="col" className="number col-week">7 d</th>
            <th scope="col" className="number col-confidence">Confidence</th>
            <th scope="col" className="number col-agreement">Agreement</th>
            <th scope="col" className="col-why">Why, largest first</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.name ?? 'all'}>
            {group.name !== null && (
              <tr className="group">
                <th scope="rowgroup" colSpan={5}><strong>{group.name}</strong> <span>{group.note}</span></th>
                <td className="col-week" /><td className="col-confidence" /><td className="col-agreement" /><td className="col-why" />
              </tr>
            )}
            {group.items.map((item) => (
              <Fragment key={item.instrument}><BoardRow item={item} open={open} /></Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
