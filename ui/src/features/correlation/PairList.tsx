import type { CorrelationPair } from '../../shared/api/types';
import { signed, signTone } from '../../shared/format/numbers';

interface Props {
  title: string;
  pairs: readonly CorrelationPair[];
  choose: (first: string, second: string) => void;
}

/** The strongest pairs, where the matrix has no room. */
export function PairList({ title, pairs, choose }: Props) {
  if (pairs.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="caption">{title}</h3>
      <ul className="pair-list">
        {pairs.map(({ first, second, r, differs }) => (
          <li key={first + second}>
            <button className="release-button" type="button" onClick={() => choose(first, second)}>{first} and {second}</button>
            <b className={`number ${differs ? signTone(r ?? 0, 2) : 'faint'}`}>{signed(r ?? 0, 2)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
