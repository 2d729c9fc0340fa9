import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import './tips.css';

interface Shown {
  target: HTMLElement;
  text: string;
}

const ID = 'tip';
const GAP = 6;
const EDGE = 8;

const tipped = (node: EventTarget | null) => (node instanceof Element ? node.closest<HTMLElement>('[data-tip]') : null);

/** Shows the text of the element with `data-tip` under the pointer or with the focus. Esc hides it. */
export function Tips() {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (event: Event) => {
      const target = tipped(event.target);
      if (target) setShown({ target, text: target.dataset['tip'] ?? '' });
    };
    const hide = (event: PointerEvent | FocusEvent) => {
      const to = event.relatedTarget;
      if (to instanceof Node && box.current?.contains(to)) return;
      setShown((now) => (now !== null && tipped(to) !== now.target && document.activeElement !== now.target ? null : now));
    };
    const blur = () => setShown(null);
    const escape = (event: KeyboardEvent) => { if (event.key === 'Escape') setShown(null); };
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('pointerover', show, { signal });
    document.addEventListener('focusin', show, { signal });
    document.addEventListener('pointerout', hide, { signal });
    document.addEventListener('focusout', blur, { signal });
    document.addEventListener('scroll', blur, { signal, passive: true, capture: true });
    document.addEventListener('keydown', escape, { signal, capture: true });
    return () => listening.abort();
  }, []);
  useEffect(() => {
    shown?.target.setAttribute('aria-describedby', ID);
    return () => shown?.target.removeAttribute('aria-describedby');
  }, [shown]);
  useLayoutEffect(() => { if (shown && box.current) place(box.current, shown.target); }, [shown]);
  if (shown === null || !shown.target.isConnected) return null;
  return <div className="tip" id={ID} role="tooltip" ref={box}>{shown.text}</div>;
}

/** Below the target, or above it where there is no room; always inside the window. */
function place(box: HTMLElement, target: HTMLElement): void {
  const edge = target.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = edge.bottom + GAP + height <= window.innerHeight;
  box.style.top = `${Math.max(EDGE, below ? edge.bottom + GAP : edge.top - GAP - height)}px`;
  box.style.left = `${Math.max(EDGE, Math.min(edge.left, document.documentElement.clientWidth - width - EDGE))}px`;
}
