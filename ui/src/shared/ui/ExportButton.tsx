import { useState } from 'react';
import { useActions } from './actions';
import { copyText } from './copyText';
import { DropdownButton } from './DropdownButton';
import { Check, Download } from './icons';
import { pinnedLink } from './pinnedLink';
import { saveFile } from './saveFile';

interface Props {
  /** What is exported, as it appears in a sentence: "the board". */
  name: string;
  /** The file name without date and extension. */
  file: string;
  text: () => string;
  /** The time of the answer. The copied link opens the same figures on any later day. */
  asOf: string;
  /** Whether the shortcuts c and e apply to this table. */
  keys?: boolean;
}

/** Copies a table as CSV, saves it as a file, or copies a link to it as of its time. */
export function ExportButton({ name, file, text, asOf, keys = false }: Props) {
  const [notice, setNotice] = useState('');
  const show = (text: string) => {
    setNotice(text);
    setTimeout(() => setNotice(''), 2500);
  };
  const copy = async (copied: string) => show((await copyText(copied)) ? 'Copied' : 'The browser did not allow copying');
  const offers = [
    { name: `Copy ${name} as CSV`, key: 'c', run: () => void copy(text()) },
    { name: `Save ${name} as a CSV file`, key: 'e', run: () => { saveFile(`${file}-${asOf.slice(0, 19).replaceAll(':', '')}Z.csv`, text()); show('Saved'); } },
    { name: 'Copy a link to this point in time', run: () => void copy(pinnedLink(window.location.href, asOf)) },
  ];
  useActions(keys ? offers : []);
  return (
    <>
      <DropdownButton className="icon-button" name={`Export ${name}`} panelName={`Export ${name}`} panelClass="menu" face={notice === '' ? <Download /> : <Check />}
        panel={(close) => offers.map((offer) => (
          <button key={offer.name} className="button" type="button" onClick={() => { offer.run(); close(); }}>
            {offer.name} {keys && offer.key && <kbd>{offer.key}</kbd>}
          </button>
        ))} />
      <span className="hidden-text" role="status">{notice}</span>
    </>
  );
}
