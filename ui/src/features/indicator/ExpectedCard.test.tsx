import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ConsensusPath, ConsensusPoint, Indicator, IndicatorReleases } from '../../shared/api/types';
import catalogue from '../../test/answers/indicators.json';
import recorded from '../../test/answers/releases.json';
import { hasSpreads, pathTitle, saidFrom, shownPaths } from './consensusPaths';
import { ExpectedCard } from './ExpectedCard';

const { consensusPaths, asOf } = recorded as unknown as IndicatorReleases;
const payrolls = catalogue.items.find(({ indicator }) => indicator === 'us-nonfarm-payrolls') as unknown as Indicator;
const path = consensusPaths[0] as ConsensusPath;
const [said, imported] = path.points as [ConsensusPoint, ConsensusPoint];
const withPoints = (...points: ConsensusPoint[]): ConsensusPath => ({ ...path, points });
const cells = () => within(screen.getByRole('table')).getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));

test('a path is shown if it says when something was said, or how far apart the forecasts were', () => {
  expect(shownPaths([path, withPoints(imported)])).toEqual([path]);
  expect(shownPaths([withPoints({ ...imported, low: 0 })])).toHaveLength(1);
  expect(shownPaths([withPoints({ ...imported, high: 0 })])).toHaveLength(1);
  expect(shownPaths([withPoints({ ...imported, count: 1 })])).toHaveLength(1);
  expect(shownPaths([withPoints({ ...said, low: null, high: null, count: null })])).toHaveLength(1);
});

test('a path has a spread if any of its points has a part of one', () => {
  expect(hasSpreads(path)).toBe(true);
  expect(hasSpreads(withPoints(imported))).toBe(false);
  expect(hasSpreads(withPoints({ ...imported, count: 3 }))).toBe(true);
});

test('the title names the release and what was published, if it was', () => {
  expect(pathTitle(path, payrolls, asOf)).toBe('Fri 3 Sep 14:30, 235K');
  expect(pathTitle({ ...path, actual: 0 }, payrolls, asOf)).toBe('Fri 3 Sep 14:30, 0K');
  expect(pathTitle({ ...path, actual: null }, payrolls, asOf)).toBe('Fri 3 Sep 14:30, to come');
  expect(saidFrom(said, asOf)).toBe('Mon 30 Aug 10:00');
  expect(saidFrom(imported, asOf)).toBe('imported');
});

test('the card shows low, high and count, and a dash where a source does not say them', () => {
  render(<ExpectedCard paths={consensusPaths} indicator={payrolls} asOf={asOf} />);
  expect(cells()).toEqual([
    ['From', 'To', 'Expected', 'Low', 'High', 'Count', 'By'],
    ['Mon 30 Aug 10:00', 'Wed 1 Sep 10:00', '750K', '375K', '1,000K', '78', 'my-survey, survey'],
    ['imported', '–', '720K', '–', '–', '–', 'forexfactory, survey stands'],
  ]);
});

test('zero is a value of a spread', () => {
  render(<ExpectedCard paths={[withPoints({ ...said, value: 0, low: -5000, high: 0 })]} indicator={payrolls} asOf={asOf} />);
  expect(cells()[1]).toEqual(['Mon 30 Aug 10:00', 'Wed 1 Sep 10:00', '0K', '−5K', '0K', '78', 'my-survey, survey']);
});

test('without a spread there are no columns for one, and without a path no card', () => {
  const { rerender } = render(<ExpectedCard paths={[withPoints({ ...said, low: null, high: null, count: null })]} indicator={payrolls} asOf={asOf} />);
  expect(cells()[0]).toEqual(['From', 'To', 'Expected', 'By']);
  rerender(<ExpectedCard paths={[withPoints(imported)]} indicator={payrolls} asOf={asOf} />);
  expect(screen.queryByText('What was expected')).toBeNull();
});
