import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { instant } from '../../shared/format/times';
import { nearest, stepped, withHandle, xOf, type Stop } from './span';

interface Span { from: string; to: string }

export interface Handles {
  span: Span;
  move: (span: Span) => void;
}

type End = keyof Span;

const NAMES: Record<End, string> = { from: 'Start of the change', to: 'End of the change' };
const FAR = 5;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -FAR, PageUp: FAR, Home: -Infinity, End: Infinity };

/** Two handles below the chart, between which the change is explained. They go from close to close, by pointer or keys. */
export function SpanHandles({ stops, span, move, xs }: Handles & { stops: readonly Stop[]; xs: readonly (number | null)[] }) {
  const lane = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<End | null>(null);
  const go = (end: End, target: Stop | undefined) => { if (target) move(withHandle(span, end, target)); };
  const onKey = (end: End) => (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(end, Number.isFinite(by) ? stepped(stops, span[end], by) : by < 0 ? stops[0] : stops.at(-1));
  };
  const onMove = (end: End) => (event: PointerEvent) => {
    if (dragged === end && lane.current) go(end, nearest(stops, xs, event.clientX - lane.current.getBoundingClientRect().left));
  };
  const places = { from: xOf(stops, xs, span.from), to: xOf(stops, xs, span.to) };
  const last = stops.length - 1;
  const position = (iso: string) => Math.max(0, stops.findLastIndex((stop) => Date.parse(stop.instant) <= Date.parse(iso)));
  return (
    <div className="span-lane" ref={lane}>
      {places.from !== null && places.to !== null && <i className="span-part" style={{ left: places.from, width: Math.max(1, places.to - places.from) }} />}
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className="span-handle" data-end={end} role="slider" tabIndex={0} aria-label={NAMES[end]} aria-valuemin={0} aria-valuemax={last} aria-valuenow={position(span[end])} aria-valuetext={instant(span[end], '')}
          style={{ left: places[end] ?? 0, visibility: places[end] === null ? 'hidden' : undefined }}
          onKeyDown={onKey(end)} onPointerMove={onMove(end)} onPointerUp={() => setDragged(null)} onPointerCancel={() => setDragged(null)}
          onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setDragged(end); }} />
      ))}
    </div>
  );
}
