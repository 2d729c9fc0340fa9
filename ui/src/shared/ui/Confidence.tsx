import type { BiasMeasures } from '../api/schema';
import { reasonWords } from '../format/labels';
import { NONE, wholePercent } from '../format/numbers';

/** Confidence in percent above a thin meter. The tooltip shows its three factors. */
export function Confidence({ item }: { item: BiasMeasures }) {
  if (item.confidence === null) return <span className="faint" title={reasonWords(item.reason)}>{NONE}</span>;
  const low = item.confidence < 0.5;
  const parts = `coverage ${wholePercent(item.coverage)} × freshness ${wholePercent(item.freshness)} × quality ${wholePercent(item.quality)}`;
  return (
    <span className="confidence" data-low={low || undefined} title={parts}>
      {wholePercent(item.confidence)}
      <span className="confidence-track" aria-hidden="true">
        <span style={{ width: `${item.confidence * 100}%` }} />
      </span>
    </span>
  );
}
