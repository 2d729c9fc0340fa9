import { Modal } from '@mantine/core';
import '../shared/ui/modal.css';

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
    <Modal opened onClose={close} title="Keys" closeButtonProps={{ 'aria-label': 'Close' }} classNames={{ content: 'modal', header: 'modal-head' }} shadow="none">
      <dl className="keys">{ALL.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
      <p className="second faint">Single keys can be turned off in the settings.</p>
    </Modal>
  );
}
