import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { WeightSetName } from './WeightSetName';

const text = (weightSet: string, weightsPrior: boolean) => render(<WeightSetName run={{ weightSet, weightsPrior }} />).container.textContent;

test('a weight set whose directions depend on the regime says that it is a prior', () => {
  expect(text('regime-aware', true)).toBe('weight set regime-aware (prior weights)');
  expect(text('default', false)).toBe('weight set default');
});
