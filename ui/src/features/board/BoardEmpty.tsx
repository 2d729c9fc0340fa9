import { use } from 'react';
import { instant } from '../../shared/format/times';
import { OpenDialog } from '../../shared/ui/dialogs';
import { Clock, Sheet } from '../../shared/ui/icons';
import { RoleButton } from '../../shared/ui/RoleButton';
import { useAsOf } from '../time/asOf';

/** A board without a figure: the store is empty, or was at the chosen time. */
export function BoardEmpty({ asOf }: { asOf: string }) {
  const { past, go } = useAsOf();
  const open = use(OpenDialog);
  if (past) {
    return (
      <section className="card panel-state">
        <Clock size={24} />
        <h2>No figure by then</h2>
        <p>Nothing that a score could be computed from was known on <time dateTime={asOf}>{instant(asOf, '')}</time>.</p>
        <button className="button" data-primary type="button" onClick={() => go(undefined)}>Back to live</button>
      </section>
    );
  }
  return (
    <section className="card panel-state">
      <Sheet size={24} />
      <h2>No releases yet</h2>
      <p>macro-edge has no calendar to work from. Import a file of releases with their forecasts.</p>
      <RoleButton needs="analyst" className="button" data-primary aria-haspopup="dialog" onClick={() => open('import')}>Import a calendar…</RoleButton>
      <p className="second faint">On the command line: <code>./macro-edge import calendar FILE --profile NAME</code></p>
    </section>
  );
}
