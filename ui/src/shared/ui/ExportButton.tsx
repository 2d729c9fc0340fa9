import { useState } from 'react';
import { useActions } from './actions';
import { copyText } from './copyText';
import { DropButton } from './DropButton';
import { Check, Download } from './icons';
import { pinnedLink } from './pinnedLink';
import { saveFile } from './saveFile';

interface Props {
  /** What is exported, as a sentence names it: the board. */
  name: string;
  /** The file's name without its ending. */
  file: string;
  text: () => string;
  /** The instant of the answer: the link opens the same figures on any later day. */
  asOf: string;
  /** Whether the page's single keys c and e mean this table. */
  keys?: boolean;
}

/** Copies a table as CSV, saves it as a file, or copies a link to it as of its instant. */
export function ExportButton({ name, file, text, asOf, keys = false }: Props) {
  const [said, setSaid] = useState('');
  const say = (words: string) => {
    setSaid(words);
    setTimeout(() => setSaid(''), 2500);
  };
  const copy = async (copied: string) => say((await copyText(copied)) ? 'Copied' : 'The browser forbids copying');
  const offers = [
    { name: `Copy ${name} as CSV`, key: 'c', run: () => void copy(text()) },
    { name: `Save ${name} as a file`, key: 'e', run: () => { saveFile(`${file}-${asOf.slice(0, 19).replaceAll(':', '')}Z.csv`, text()); say('Saved'); } },
    { name: 'Copy a link to this instant', run: () => void copy(pinnedLink(window.location.href, asOf)) },
  ];
  useActions(keys ? offers : []);
  return (
    <>
      <DropButton className="icon-button" name={`Export ${name}`} panelName={`Export ${name}`} panelClass="menu" face={said === '' ? <Download /> : <Check />}
        panel={(close) => offers.map((offer) => (
          <button key={offer.name} className="button" type="button" onClick={() => { offer.run(); close(); }}>
            {offer.name} {keys && offer.key && <kbd>{offer.key}</kbd>}
          </button>
        ))} />
      <span className="hidden-text" role="status">{said}</span>
    </>
  );
}
