import { Dialog } from '../shared/ui/Dialog';
import { Cross } from '../shared/ui/icons';

const ALL = [
  ['Ctrl K or /', 'Search instruments, indicators and actions'],
  ['j k or ↓ ↑', 'Move through the table'],
  ['← →', 'Move through the parts of a row that say more'],
  ['Enter', 'Open the selected row'],
  ['Esc', 'Close, or go back to live'],
  ['f', 'Go to the class filter'],
  ['[ ] or , .', 'Previous, next release'],
  ['Shift [ ]', 'Back, forward one day'],
  ['Alt [ ]', 'Back, forward one week'],
  ['g then b c h', 'Go to the board, the calendar, the heat map'],
  ['g then r x d', 'Go to the regimes, the correlations, the data health'],
  ['c', 'Copy the table as CSV'],
  ['e', 'Save the table as a CSV file'],
  ['t', 'Switch between light and dark theme'],
  ['?', 'Show all shortcuts'],
] as const;

export default function KeysHelp({ close }: { close: () => void }) {
  return (
    <Dialog name="Keyboard shortcuts" close={close} className="keys">
      <div className="keys-head"><h2>Keyboard shortcuts</h2><button className="button icon-button" type="button" aria-label="Close" onClick={close}><Cross /></button></div>
      <dl>{ALL.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
      <p className="second faint">You can turn off single-key shortcuts in the settings.</p>
    </Dialog>
  );
}
