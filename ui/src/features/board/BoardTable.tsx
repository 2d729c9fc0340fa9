import type { BiasItem } from '../../shared/api/types';
import { isImpaired } from '../../shared/ui/Health';
import { BoardRow, type Marks } from './BoardRow';
import { isAscending, nextSort, sortKey, type BoardGroup, type Sort, type SortKey } from './boardRows';

interface Props {
  groups: readonly BoardGroup[];
  dense: boolean;
  sort: Sort | undefined;
  sortBy: (sort: Sort | undefined) => void;
  open: (item: BiasItem) => void;
  marks: Marks;
}

/** The board as a table. On phones, CSS folds each row into three lines. */
export function BoardTable({ groups, dense, sort, sortBy, open, marks }: Props) {
  // A column in which every cell says 100 % says nothing.
  const data = groups.some(({ items }) => items.some(isImpaired));
  const head = (key: SortKey, label: string, className = '') => <SortHead column={key} label={label} className={className} sort={sort} sortBy={sortBy} />;
  return (
    <table className="board" data-dense={dense || undefined}>
      <caption className="hidden-text">Bias of each instrument, with its reasons</caption>
      <thead>
        <tr>
          <th scope="col" className="col-name">Instrument</th>
          {head('score', 'Score', 'col-score')}
          <th scope="col" className="col-bar"><span className="bar-head"><span>−100</span><span>0</span><span>+100</span></span></th>
          <th scope="col" className="col-label">Label</th>
          {head('day', '24 h', 'col-day')}
          {head('week', '7 d', 'col-week')}
          <th scope="col" className="col-trail">90 days</th>
          <th scope="col" className="col-sides"><span className="sides-head"><span>For</span><span>Against</span></span></th>
          {head('agreement', 'Agree', 'col-agreement')}
          {data && head('health', 'Data', 'col-data')}
          <th scope="col" className="col-why">Reasons: first for, then against<span className="wide-reasons">; beside it the second for</span></th>
          <th scope="col" className="col-flip">Next that could change the label</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.name ?? 'all'}>
          {group.name !== null && (
            <tr className="group">
              <th scope="rowgroup" colSpan={5}><strong>{group.name}</strong> <span>{group.note}</span></th>
              <td className="col-week" /><td className="col-trail" /><td className="col-sides" /><td className="col-agreement" />{data && <td className="col-data" />}<td className="col-why" /><td className="col-flip" />
            </tr>
          )}
          {group.items.map((item) => <BoardRow key={item.instrument} item={item} open={open} marks={marks} data={data} />)}
        </tbody>
      ))}
    </table>
  );
}

interface HeadProps {
  column: SortKey;
  label: string;
  className: string;
  sort: Sort | undefined;
  sortBy: (sort: Sort | undefined) => void;
}

function SortHead({ column, label, className, sort, sortBy }: HeadProps) {
  const mine = sort !== undefined && sortKey(sort) === column;
  const state = !mine ? undefined : isAscending(sort) ? 'ascending' : 'descending';
  return (
    <th scope="col" className={`number ${className}`} aria-sort={state}>
      <button className="sort-head" type="button" onClick={() => sortBy(nextSort(sort, column))}>{label}</button>
    </th>
  );
}
