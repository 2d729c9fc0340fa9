import type { Run } from '../api/types';
import { tip } from './tip';

/** The weight set of a run. One whose directions depend on the regime says that they are a prior. */
export function WeightSetName({ run: { weightSet, weightsPrior } }: { run: Pick<Run, 'weightSet' | 'weightsPrior'> }) {
  return (
    <>
      weight set {weightSet}
      {weightsPrior && <> (<strong {...tip('Directions depend on the regime of a region. They are declared from the literature, not measured.')}>prior weights</strong>)</>}
    </>
  );
}
