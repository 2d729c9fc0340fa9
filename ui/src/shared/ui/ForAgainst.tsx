import type { BiasMeasures } from '../api/types';
import { split } from '../format/agreement';
import { wholePercent } from '../format/numbers';
import './ForAgainst.css';

type Item = Pick<BiasMeasures, 'agreement' | 'z' | 'label'>;

const rounded = (share: number) => `${Math.round(share * 100)}%`;

/** The two sides in the order in which they are drawn: first the direction of the score; for a neutral score first up. */
export function sides({ agreement, z, label }: Item): { side: 'up' | 'down'; share: number }[] {
  const parts = split({ agreement, z });
  if (parts === null) return [];
  const up = { side: 'up' as const, share: parts.up };
  const down = { side: 'down' as const, share: parts.down };
  return (z ?? 0) < 0 && label !== 'neutral' ? [down, up] : [up, down];
}

/** In words: "for 61%, against 39%; agreement 22%". */
export function forAgainstWords(item: Item): string {
  const [first, second] = sides(item);
  if (!first || !second) return '';
  const names = item.label === 'neutral' ? ['up', 'down'] : ['for', 'against'];
  return `${names[0]} ${rounded(first.share)}, ${names[1]} ${rounded(second.share)}; agreement ${wholePercent(item.agreement)}`;
}

/** The contributions for and against as one bar. Hollow if the reasons pull both ways. */
export function ForAgainst({ item, words = true }: { item: Item; words?: boolean }) {
  const drawn = sides(item);
  if (drawn.length === 0) return null;
  const hollow = split(item)?.hollow ?? false;
  return (
    <span className="for-against" data-hollow={hollow || undefined}>
      <span className="for-against-bar" role="img" aria-label={forAgainstWords(item)}>
        {drawn.map(({ side, share }) => <span key={side} className={`for-against-${side}`} style={{ flexGrow: Math.max(share, 0.02) }} />)}
      </span>
      {hollow && words && <span className="for-against-words">pulls both ways</span>}
    </span>
  );
}
