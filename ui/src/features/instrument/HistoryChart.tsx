import { useMantineColorScheme } from '@mantine/core';
import { BaselineSeries, createChart, createSeriesMarkers, type IChartApi } from 'lightweight-charts';
import { useEffect, useRef, useState } from 'react';
import type { LabelBounds } from '../../shared/api/types';
import { score } from '../../shared/format/numbers';
import { drawPrice } from './drawPrice';
import { axisDay, placed, type LabelChange, type SeriesPoint } from './historySeries';
import { LabelLane } from './LabelLane';
import type { PriceDays } from './priceSeries';
import { SpanHandles, type Handles } from './SpanHandles';
import type { Stop } from './span';

/** Marks of the lane that are nearer to each other would overlap. */
const ROOM = 12;

/** The height of the score below a price, at which its five labels have room. */
const SCORE_HEIGHT = 220;

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function draw(box: HTMLElement, points: readonly SeriesPoint[], bounds: LabelBounds, prices: PriceDays | null): IChartApi {
  const chart = createChart(box, {
    autoSize: true,
    layout: { background: { color: token('--surface') }, textColor: token('--ink-3'), fontFamily: 'Inter, sans-serif', fontSize: 11 },
    grid: { vertLines: { visible: false }, horzLines: { visible: false } },
    rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.06, bottom: 0.06 } },
    timeScale: { borderColor: token('--line'), fixLeftEdge: true, fixRightEdge: true, tickMarkFormatter: axisDay },
    crosshair: { vertLine: { color: token('--line-strong') }, horzLine: { color: token('--line-strong'), labelVisible: false } },
    localization: { locale: 'en-GB' },
    handleScroll: { mouseWheel: false }, handleScale: { mouseWheel: false },
  });
  if (prices) drawPrice(chart, prices, token);
  if (points.some(({ value }) => value !== undefined)) drawScore(chart, points, bounds, prices ? 1 : 0);
  chart.panes()[1]?.setHeight(SCORE_HEIGHT);
  chart.timeScale().fitContent();
  return chart;
}

function drawScore(chart: IChartApi, points: readonly SeriesPoint[], { directional, strong }: LabelBounds, pane: number): void {
  const lines = [strong, directional, 0, -directional, -strong];
  // Only the lines are labelled: the axis's own ticks, at other figures, would say nothing.
  const labelled = (price: number) => (lines.includes(price) ? score(price) : '');
  const line = chart.addSeries(BaselineSeries, {
    baseValue: { type: 'price', price: 0 }, lineWidth: 2,
    topLineColor: token('--bull-fill'), topFillColor1: `${token('--bull-fill')}44`, topFillColor2: `${token('--bull-fill')}11`,
    bottomLineColor: token('--bear-fill'), bottomFillColor1: `${token('--bear-fill')}11`, bottomFillColor2: `${token('--bear-fill')}44`,
    priceLineVisible: false, lastValueVisible: false, priceFormat: { type: 'custom', minMove: 0.0000000001, formatter: labelled },
    autoscaleInfoProvider: () => ({ priceRange: { minValue: -100, maxValue: 100 } }),
  }, pane);
  line.setData([...points]);
  for (const price of lines) {
    line.createPriceLine({ price, color: price === 0 ? token('--line-strong') : token('--line'), lineWidth: 1, lineStyle: 0, axisLabelVisible: true, axisLabelColor: token('--surface'), axisLabelTextColor: token('--ink-3'), title: '' });
  }
  const last = points.findLast(({ value }) => value !== undefined);
  if (last) createSeriesMarkers(line, [{ time: last.time, position: 'inBar', shape: 'circle', color: token('--ink'), size: 0.5 }]);
}

interface Props {
  /** Drawn above the score, on the same days; null where there is none. */
  prices?: PriceDays | null;
  points: readonly SeriesPoint[];
  changes: readonly LabelChange[];
  bounds: LabelBounds;
  /** Where the ends of a change can be. */
  stops: readonly Stop[];
  /** The two ends of the change that is explained; null while they are not known. */
  handles: Handles | null;
  name: string;
}

/** The score at each daily close. Redrawn when the theme changes, because a canvas does not resolve CSS variables. */
export default function HistoryChart({ points, changes, bounds, stops, handles, name, prices = null }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { colorScheme } = useMantineColorScheme();
  const [marks, setMarks] = useState<{ mark: LabelChange; x: number }[]>([]);
  const [xs, setXs] = useState<(number | null)[]>([]);
  useEffect(() => {
    if (!box.current) return;
    const chart = draw(box.current, points, bounds, prices);
    const scale = chart.timeScale();
    let frame = 0;
    // The chart tells of a change before it has laid itself out: coordinates are right after two frames.
    const place = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          setMarks(placed(changes, ({ time }) => scale.timeToCoordinate(time), ROOM));
          setXs(stops.map(({ time }) => scale.timeToCoordinate(time)));
        });
      });
    };
    scale.subscribeVisibleLogicalRangeChange(place);
    // The scale of scores takes its width when its labels are drawn. The last point, which is now, must stay in what is left.
    const sizes = new ResizeObserver(() => { scale.fitContent(); place(); });
    box.current.querySelectorAll('canvas').forEach((canvas) => sizes.observe(canvas));
    return () => { cancelAnimationFrame(frame); sizes.disconnect(); chart.remove(); };
  }, [points, changes, bounds, prices, stops, colorScheme]);
  return (
    <div className="history-drawn" data-prices={prices !== null || undefined}>
      <LabelLane marks={marks} />
      <div className="history-chart" ref={box} role="group" aria-label={name} />
      {handles && stops.length > 1 ? <SpanHandles {...handles} stops={stops} xs={xs} /> : <div className="span-lane" />}
    </div>
  );
}
