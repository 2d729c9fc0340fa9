import { useMemo } from 'react';
import type { Indicator, Release } from '../../shared/api/types';
import { published } from '../../shared/format/figures';
import { day } from '../../shared/format/times';
import { useAddress } from '../../shared/ui/useAddress';
import { useWidth } from '../../shared/ui/useWidth';
import { ActualChart } from './ActualChart';
import { inRange, RANGES, scaleOf, type Range } from './indicatorFigures';

interface Props {
  items: readonly Release[];
  indicator: Indicator;
  asOf: string;
}

/** Actual against forecast over time. */
export function ActualCard({ items, indicator, asOf }: Props) {
  const [chosen, setRange] = useAddress('range');
  const range = (Object.keys(RANGES) as Range[]).find((known) => known === chosen) ?? '5Y';
  const [width, measure] = useWidth();
  const shown = useMemo(() => inRange(items, range, asOf), [items, range, asOf]);
  const choose = (value: Range) => setRange(value === '5Y' ? undefined : value);
  return (
    <section className="card" aria-labelledby="actual-title">
      <div className="card-head">
        <h2 id="actual-title">Actual and forecast <span className="faint second">point: actual, coloured by its surprise{shown.some(({ z }) => z === null) && ' (hollow: no z)'}; line: forecast{scaleOf(shown, indicator.step).cut && '; triangle: beyond the scale'}</span></h2>
        <span className="toolbar-gap" />
        <div className="segments" role="group" aria-label="Range">
          {(Object.keys(RANGES) as Range[]).map((value) => <button key={value} className="button" type="button" aria-pressed={value === range} onClick={() => choose(value)}>{value}</button>)}
        </div>
      </div>
      <div className="actual-chart" ref={measure}>
        {shown.length > 0 && width > 0 && <ActualChart items={shown} indicator={indicator} width={width} name={summaryOf(shown, indicator)} />}
      </div>
      <p className="second faint card-foot">{summaryOf(shown, indicator)} The table below has the figures.</p>
    </section>
  );
}

function summaryOf(items: readonly Release[], indicator: Indicator): string {
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return 'No release in this range.';
  const actuals = items.map(({ actual }) => actual);
  const figure = (value: number) => published(value, indicator);
  return `${items.length} ${items.length === 1 ? 'release' : 'releases'}, ${day(first.releasedAt, '')} to ${day(last.releasedAt, '')}: lowest ${figure(Math.min(...actuals))}, highest ${figure(Math.max(...actuals))}, last ${figure(last.actual)}.`;
}
