import type { Label } from '../api/types';
import { LABEL_WORDS, leaning } from '../format/labels';
import { tip } from './tip';
import { LabelShape } from './icons';

export function toneOf(label: Label | null): string {
  if (label === null) return 'faint';
  return { bullish: 'bull', neutral: 'quiet', bearish: 'bear' }[leaning(label)];
}

/** A label with its symbol. `was` adds the symbol of 24 hours ago if the label has changed. */
export function LabelWord({ label, was }: { label: Label; was?: Label | null }) {
  return (
    <span className={`label-word ${toneOf(label)}`}>
      <LabelShape label={label} /> {LABEL_WORDS[label]}
      {was && was !== label && (
        <span className="label-was faint" {...tip(`24 hours ago: ${LABEL_WORDS[was].toLowerCase()}`, 'row')}>
          was <span className={toneOf(was)}><LabelShape label={was} size={9} /></span>
          <span className="hidden-text">{LABEL_WORDS[was].toLowerCase()} 24 hours ago</span>
        </span>
      )}
    </span>
  );
}
