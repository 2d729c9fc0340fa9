import { useState } from 'react';
import { copyText } from './copyText';
import { Check, Download } from './icons';

/** Copies the table as CSV; the same by the key c where `shortcut` is set. */
export function CopyCsv({ name, text, shortcut = false }: { name: string; text: () => string; shortcut?: boolean }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    setSaid((await copyText(text())) ? 'Copied' : 'The browser forbids copying');
    setTimeout(() => setSaid(''), 2500);
  };
  return (
    <>
      <button className="button icon-button" type="button" title={`Copy ${name} as CSV`} aria-label={`Copy ${name} as CSV`}
        data-shortcut={shortcut ? 'c' : undefined} onClick={() => void copy()}>
        {said === 'Copied' ? <Check /> : <Download />}
      </button>
      <span className="hidden-text" role="status">{said}</span>
    </>
  );
}

