import { Link } from '@tanstack/react-router';
import type { FlipItem } from '../../shared/api/types';
import { comes, flipWords, noFlip, scenarioSearch } from '../../shared/format/flips';
import { LABEL_WORDS } from '../../shared/format/labels';
import { safeName } from '../../shared/format/text';
import { FlipFigure } from '../../shared/ui/FlipFigure';
import { LabelShape } from '../../shared/ui/icons';
import { toneOf } from '../../shared/ui/LabelWord';
import { withRegion } from './headline';

/** How far ahead the board looks, in days. */
export const FLIP_DAYS = 7;

/** The next release that could change the label of a row, from which figure on, and how likely that is. It opens as a scenario. */
export function FlipCell({ item, asOf }: { item: FlipItem | undefined; asOf: string }) {
  if (item === undefined) return null;
  if (item.next === null) return <span className="faint second">{noFlip(item, FLIP_DAYS)}</span>;
  const { release, flip, pastSurprises } = item.next;
  const words = flipWords(flip, release, pastSurprises);
  const label = LABEL_WORDS[flip.label].toLowerCase();
  const chance = words.chance === null ? 'too few past surprises for a probability' : `probability ${words.chance.replace('(', 'by ').replace(')', ' past surprises')}`;
  return (
    <Link className="flip" to="/calendar" search={scenarioSearch(release, item.instrument) as never} tabIndex={-1} onClick={(event) => event.stopPropagation()}
      data-tip={`${withRegion(release.region, safeName(release.name))}, ${release.releasedAt}: ${label}, ${chance}. Opens what it would do.`}>
      <span className="flip-line"><span className="flip-when">{comes(release, asOf)}</span> <bdi className="flip-name">{withRegion(release.region, safeName(release.shortName))}</bdi></span>{' '}
      <span className="flip-line">
        <span className={toneOf(flip.label)}><LabelShape label={flip.label} size={10} /><span className="hidden-text"> {label}</span></span> <FlipFigure words={words} />{' '}
        {words.surprise !== null && <span>{words.surprise}</span>} {words.chance !== null && <span className="faint">{words.chance}</span>}
      </span>
    </Link>
  );
}
