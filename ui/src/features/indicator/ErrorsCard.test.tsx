import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ErrorsCard } from './ErrorsCard';

const cells = () => within(screen.getByRole('table')).getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));

test('the card shows sources and forecasts from own figures by their error', () => {
  render(<ErrorsCard errors={[
    { source: 'fmp', kind: 'survey', releases: 24, meanAbsoluteError: 0.614, bias: -0.05, ranked: true },
    { source: 'ar1', kind: 'model', releases: 1200, meanAbsoluteError: 0.9, bias: 0.1, ranked: true },
    { source: 'new', kind: 'survey', releases: 3, meanAbsoluteError: 0.2, bias: 0, ranked: false },
  ]} />);
  expect(cells()).toEqual([
    ['Source', 'Kind', 'Releases', 'Mean error', 'Bias'],
    ['fmp', 'survey', '24', '0.61', '−0.05'],
    ['ar1', 'model', '1,200', '0.90', '+0.10'],
    ['new', 'survey', '3 too few to rank', '0.20', '0.00'],
  ]);
});

test('without any error there is no card', () => {
  const { container } = render(<ErrorsCard errors={[]} />);
  expect(container.innerHTML).toBe('');
});
