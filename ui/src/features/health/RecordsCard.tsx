import { use } from 'react';
import type { Batch } from '../../shared/api/types';
import { OpenDialog } from '../../shared/ui/dialogs';
import { RoleButton } from '../../shared/ui/RoleButton';
import { TableScroll } from '../../shared/ui/TableScroll';
import { useAddress } from '../../shared/ui/useAddress';
import { ImportsTable } from './ImportsTable';
import { JobsTable } from './JobsTable';
import { SourcesTable } from './SourcesTable';

const TABS = { imports: 'Imports', jobs: 'Job runs', sources: 'Sources' } as const;
type Tab = keyof typeof TABS;

const isTab = (value: unknown): value is Tab => typeof value === 'string' && value in TABS;

/** What was stored, what ran, and where figures come from. The chosen table is part of the address. */
export function RecordsCard({ batches, asOf }: { batches: readonly Batch[] | undefined; asOf: string }) {
  const [chosen, choose] = useAddress('records');
  const openDialog = use(OpenDialog);
  const tab: Tab = isTab(chosen) ? chosen : 'imports';
  return (
    <section className="card" aria-labelledby="records-title">
      <div className="card-head">
        <h2 id="records-title">{TABS[tab]}</h2>
        <div className="segments" role="group" aria-label="Records">
          {(Object.keys(TABS) as Tab[]).map((name) => <button key={name} className="button" type="button" aria-pressed={name === tab} onClick={() => choose(name === 'imports' ? undefined : name)}>{TABS[name]}</button>)}
        </div>
        <span className="toolbar-gap" />
        {tab === 'imports' && <RoleButton needs="analyst" className="button no-print" aria-haspopup="dialog" onClick={() => openDialog('import')}>Import a file…</RoleButton>}
      </div>
      <TableScroll name={`Table of ${TABS[tab].toLowerCase()}`} className="health-tall">
        {tab === 'imports' && <ImportsTable batches={batches} asOf={asOf} />}
        {tab === 'jobs' && <JobsTable />}
        {tab === 'sources' && <SourcesTable />}
      </TableScroll>
    </section>
  );
}
