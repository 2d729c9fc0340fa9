import type { BiasMeasures } from '../api/types';
import { NONE, wholePercent } from '../format/numbers';
import { reasonWords } from '../format/labels';
import { tip } from './tip';

const LOW = 0.5;

/** The three factors of data health, in a sentence. */
export const healthFactors = ({ coverage, freshness, quality }: BiasMeasures) =>
  `coverage ${wholePercent(coverage)} × freshness ${wholePercent(freshness)} × quality ${wholePercent(quality)}`;

/** Whether there is something to say about the inputs: they are not complete, punctual and well sourced. */
export const isImpaired = ({ health }: Pick<BiasMeasures, 'health'>) => health !== null && health < 1;

/** Data health in percent over a thin meter, only below 100 %. */
export function Health({ item }: { item: BiasMeasures }) {
  if (item.health === null) return <span className="faint" {...tip(reasonWords(item.reason), 'row')}>{NONE}</span>;
  if (!isImpaired(item)) return <span className="hidden-text">100%</span>;
  return (
    <span className="health" data-low={item.health < LOW || undefined} {...tip(`Data health: ${healthFactors(item)}`, 'row')}>
      {wholePercent(item.health)}
      <span className="health-track" aria-hidden="true"><span style={{ width: `${item.health * 100}%` }} /></span>
    </span>
  );
}
