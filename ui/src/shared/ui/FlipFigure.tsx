import type { FlipWords } from '../format/flips';
import { AtLeast, AtMost } from './icons';

/** "≥ 47.6": drawn, because the font has no such sign, with words for screen readers. */
export function FlipFigure({ words: { atLeast, figure } }: { words: FlipWords }) {
  return (
    <b className="flip-figure">
      {atLeast ? <AtLeast size={11} /> : <AtMost size={11} />}<span className="hidden-text">{atLeast ? 'from' : 'down from'} </span>{figure}
    </b>
  );
}
