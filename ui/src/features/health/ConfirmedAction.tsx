import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Check, Cross } from '../../shared/ui/icons';
import { RoleButton } from '../../shared/ui/RoleButton';

interface Props<T> {
  /** What it does, as on its button: "Undo". */
  name: string;
  /** To what: "import 7". */
  of: string;
  /** What follows from it. */
  question: string;
  run: () => Promise<T>;
  /** What came of it. */
  done: (result: T) => string;
}

/** A button for a change. It says first what follows from it, then does it, then says what came of it, and every answer is asked for again. */
export function ConfirmedAction<T>({ name, of, question, run, done }: Props<T>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <RoleButton needs="analyst" className="button no-print" aria-haspopup="dialog" aria-label={`${name}: ${of}`} onClick={() => setOpen(true)}>{name}</RoleButton>
      {open && <Confirmation name={name} of={of} question={question} run={run} done={done} close={() => setOpen(false)} />}
    </>
  );
}

function Confirmation<T>({ name, of, question, run, done, close }: Props<T> & { close: () => void }) {
  const client = useQueryClient();
  const change = useMutation({ mutationFn: run, onSettled: () => client.invalidateQueries() });
  return (
    <Dialog name={`${name}: ${of}`} close={close}>
      <div className="keys-head"><h2>{name}: {of}</h2><button className="button icon-button" type="button" aria-label="Close" onClick={close}><Cross /></button></div>
      <div className="health-confirm">
        <p>{question}</p>
        <div aria-live="polite">
          {change.isPending && <p className="quiet">Working…</p>}
          {change.isSuccess && <p><Check /> {done(change.data)}</p>}
        </div>
        {change.isError && <ErrorPanel what={`${name} failed`} error={change.error} retry={() => change.mutate()} />}
        <div className="health-confirm-actions">
          {change.isSuccess ? <button className="button" data-primary type="button" onClick={close}>Close</button> : (
            <>
              <button className="button" type="button" onClick={close}>Cancel</button>
              <button className="button" data-primary type="button" disabled={change.isPending} onClick={() => change.mutate()}>{name}</button>
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
