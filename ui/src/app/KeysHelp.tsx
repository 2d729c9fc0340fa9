import { Dialog } from '../shared/ui/Dialog';
import { Cross } from '../shared/ui/icons';

const ALL = [
  ['Ctrl K or /', 'Go to: search everything'],
  ['j k or ↓ ↑', 'Move in the table'],
  ['Enter', 'Open'],
  ['Esc', 'Close, or back to live'],
  ['f', 'Filter'],
  ['[ ] or , .', 'The release before, after'],
  ['Shift [ ]', 'A day back, forward'],
  ['Alt [ ]', 'A week back, forward'],
  ['g then b', 'Board'],
  ['c', 'Copy the table as CSV'],
  ['e', 'Save the table as a file'],
  ['t', 'Theme'],
  ['?', 'All keys'],
] as const;

export default function KeysHelp({ close }: { close: () => void }) {
  return (
    <Dialog name="Keys" close={close} className="keys">
      <div className="keys-head"><h2>Keys</h2><button className="button icon-button" type="button" aria-label="Close" onClick={close}><Cross /></button></div>
      <dl>{ALL.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
      <p className="second faint">Single keys can be turned off in the settings.</p>
    </Dialog>
  );
}
