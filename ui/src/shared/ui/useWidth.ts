import { useState } from 'react';

/** The width of a box in pixels, 0 until it is known, and the ref that measures it. */
export function useWidth(): [number, (box: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState(0);
  const [measure] = useState(() => (box: HTMLElement | null) => {
    if (!box || typeof ResizeObserver === 'undefined') return undefined;
    const sizes = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    sizes.observe(box);
    return () => sizes.disconnect();
  });
  return [width, measure];
}
