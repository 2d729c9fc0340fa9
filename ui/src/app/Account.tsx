import { useDoor, type Role } from '../shared/api/session';
import { DropdownButton } from '../shared/ui/DropdownButton';

const MAY: Record<Role, string> = {
  viewer: 'You may read everything. Imports and their undo, runs of jobs and questions to sources need the role analyst.',
  analyst: 'You may read and change data. Keys, the audit log and pauses of jobs need the role admin.',
  admin: 'You may do everything.',
};

/** Who is signed in, and with which role. Nobody is at a server in local mode. */
export function Account() {
  const door = useDoor();
  if (!door.open || door.session === null) return null;
  const { name, role, signOut } = door.session;
  return (
    <DropdownButton className="account" name={`Signed in as ${name}, ${role}`} face={<><bdi className="account-name">{name}</bdi> <span className="badge">{role}</span></>} panelName="Account" panelClass="settings"
      panel={() => (
        <>
          <p>Signed in as <bdi className="strong">{name}</bdi>, with the role <span className="strong">{role}</span>.</p>
          <p className="second quiet account-may">{MAY[role]}</p>
          <button className="button" type="button" onClick={signOut}>Sign out</button>
        </>
      )} />
  );
}
