import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { importCalendar, type CalendarUpload } from '../../shared/api/imports';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Check, Cross } from '../../shared/ui/icons';
import { CalendarFields } from './CalendarFields';
import './imports.css';
import { Outcome } from './Outcome';

/** Imports calendar files: first it says what an import would do, then it does it. */
export default function ImportDialog({ close }: { close: () => void }) {
  const [chosen, setChosen] = useState<CalendarUpload>({ files: [], profile: 'macro-edge', layout: undefined });
  const client = useQueryClient();
  const trial = useMutation({ mutationFn: (upload: CalendarUpload) => importCalendar(upload, true) });
  const done = useMutation({ mutationFn: (upload: CalendarUpload) => importCalendar(upload, false), onSuccess: () => client.invalidateQueries() });
  const busy = trial.isPending || done.isPending;
  const change = (part: Partial<CalendarUpload>) => { trial.reset(); done.reset(); setChosen({ ...chosen, ...part }); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trial.data) done.mutate(chosen);
    else trial.mutate(chosen);
  };
  const failed = done.error ?? trial.error;
  return (
    <Dialog name="Import a calendar" close={close} className="import-dialog" size={560}>
      <div className="keys-head"><h2>Import a calendar</h2><button className="button icon-button" type="button" aria-label="Close" onClick={close}><Cross /></button></div>
      <form onSubmit={submit}>
        <CalendarFields chosen={chosen} change={change} disabled={busy || done.isSuccess} />
        <div aria-live="polite">
          {busy && <p className="quiet">{trial.isPending ? 'Reading…' : 'Importing…'}</p>}
          {!busy && done.data && <Outcome outcome={done.data} stored />}
          {!busy && !done.data && trial.data && <Outcome outcome={trial.data} stored={false} />}
        </div>
        {!busy && failed && <ErrorPanel what="The files could not be imported" error={failed} kept="Nothing was stored." retry={() => { done.reset(); trial.mutate(chosen); }} />}
        <div className="import-actions">
          {done.isSuccess ? <button className="button" data-primary type="button" onClick={close}><Check /> Done</button> : (
            <>
              <button className="button" type="button" onClick={close}>Cancel</button>
              <button className="button" data-primary type="submit" disabled={busy || chosen.files.length === 0}>{trial.data ? 'Import' : 'Check the files'}</button>
            </>
          )}
        </div>
      </form>
    </Dialog>
  );
}
