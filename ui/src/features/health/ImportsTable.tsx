import type { Batch } from '../../shared/api/types';
import { undo } from '../../shared/api/health';
import { count, NONE } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { Instant } from '../../shared/ui/Instant';
import { ConfirmedAction } from './ConfirmedAction';
import { batchName, undoable } from './healthFigures';

const COUNTS = [['read', 'Read'], ['imported', 'Imported'], ['unchanged', 'Unchanged'], ['corrected', 'Corrected'], ['revised', 'Revised'], ['ignored', 'Ignored'], ['unmapped', 'Unmapped'], ['quarantined', 'Quarantined']] as const;

/** Every batch, the latest first, each with an undo. */
export function ImportsTable({ batches, asOf }: { batches: readonly Batch[] | undefined; asOf: string }) {
  if (batches?.length === 0) return <p className="card-text quiet">Nothing was imported yet.</p>;
  return (
    <table className="figures folds folds-list">
      <caption className="hidden-text">Imports, the latest first</caption>
      <thead>
        <tr>
          <th scope="col">Import</th><th scope="col">From</th><th scope="col">Read by</th><th scope="col">Stored</th>
          {COUNTS.map(([key, name]) => <th key={key} scope="col" className="number">{name}</th>)}
          <th scope="col">State</th><th scope="col"><span className="hidden-text">Undo</span></th>
        </tr>
      </thead>
      <tbody>{(batches ?? []).map((batch) => <Row key={batch.batch} batch={batch} asOf={asOf} />)}</tbody>
    </table>
  );
}

function Row({ batch, asOf }: { batch: Batch; asOf: string }) {
  const { batch: number, profile, source, recordedAt, counts, undoneBy } = batch;
  return (
    <tr data-undone={undoneBy !== null || undefined}>
      <th scope="row">{number}</th>
      <td data-name="From" className="health-words"><bdi>{safeName(batchName(batch))}</bdi></td>
      <td data-name="Read by">{profile ?? source ?? NONE}</td>
      <td data-name="Stored"><Instant time={recordedAt} reference={asOf} /></td>
      {COUNTS.map(([key, name]) => <td key={key} className={`number ${counts?.[key] ? '' : 'faint'}`} data-name={name}>{counts ? count(counts[key]) : NONE}</td>)}
      <td data-name="State">{undoneBy === null ? 'in force' : `undone by ${undoneBy}`}</td>
      <td>
        {undoable(batch) && (
          <ConfirmedAction name="Undo" of={`import ${number}`} run={() => undo(number)} done={() => 'undone'}
            question={`Import ${number} is taken back, and every answer is as if it had never come. What another import brought or confirmed stays. The undo is an entry of this list.`} />
        )}
      </td>
    </tr>
  );
}
