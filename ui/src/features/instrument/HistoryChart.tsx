import { useMantineColorScheme } from '@mantine/core';
import { BaselineSeries, createChart, type IChartApi } from 'lightweight-charts';
import { useEffect, useRef } from 'react';
import { score } from '../../shared/format/numbers';
import type { SeriesPoint } from './historySeries';

const LINES = [87, 40, -40, -87];

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function draw(box: HTMLElement, points: readonly SeriesPoint[]): IChartApi {
  const chart = createChart(box, {
    autoSize: true,
    layout: { background: { color: token('--surface') }, textColor: token('--ink-3'), fontFamily: 'Inter, sans-serif', fontSize: 11 },
    grid: { vertLines: { visible: false }, horzLines: { visible: false } },
    rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.06, bottom: 0.06 } },
    timeScale: { borderColor: token('--line'), fixLeftEdge: true, fixRightEdge: true },
    crosshair: { vertLine: { color: token('--line-strong') }, horzLine: { color: token('--line-strong') } },
    localization: { locale: 'en-GB' },
    handleScroll: { mouseWheel: false }, handleScale: { mouseWheel: false },
  });
  const line = chart.addSeries(BaselineSeries, {
    baseValue: { type: 'price', price: 0 }, lineWidth: 2,
    topLineColor: token('--bull-fill'), topFillColor1: `${token('--bull-fill')}44`, topFillColor2: `${token('--bull-fill')}11`,
    bottomLineColor: token('--bear-fill'), bottomFillColor1: `${token('--bear-fill')}11`, bottomFillColor2: `${token('--bear-fill')}44`,
    priceLineVisible: false, lastValueVisible: false, priceFormat: { type: 'custom', minMove: 1, formatter: score },
    autoscaleInfoProvider: () => ({ priceRange: { minValue: -100, maxValue: 100 } }),
  });
  line.setData([...points]);
  for (const price of LINES) line.createPriceLine({ price, color: token('--line'), lineWidth: 1, lineStyle: 0, axisLabelVisible: false, title: '' });
  line.createPriceLine({ price: 0, color: token('--line-strong'), lineWidth: 1, lineStyle: 0, axisLabelVisible: false, title: '' });
  const last = points.findLast(({ value }) => value !== undefined)?.value;
  // The series' own label shows the last visible bar, which fitContent may cut off. This label always shows the last close.
  if (last !== undefined) line.createPriceLine({ price: last, color: token('--line-strong'), lineVisible: false, axisLabelVisible: true, title: '' });
  chart.timeScale().fitContent();
  return chart;
}

/** The score at each daily close. Redrawn when the theme changes, because a canvas does not resolve CSS variables. */
export default function HistoryChart({ points, name }: { points: readonly SeriesPoint[]; name: string }) {
  const box = useRef<HTMLDivElement>(null);
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (!box.current) return;
    const chart = draw(box.current, points);
    return () => chart.remove();
  }, [points, colorScheme]);
  return <div className="history-chart" ref={box} role="group" aria-label={name} />;
}
