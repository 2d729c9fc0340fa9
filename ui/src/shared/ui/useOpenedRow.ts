import { useEffect, useRef, type KeyboardEvent } from 'react';

/** A row of a table that opens: whoever opens it, from here or from another page, sees it, and Esc closes it. */
export function useOpenedRow(opened: boolean, close: () => void) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!opened) return;
    row.current?.scrollIntoView({ block: 'center' });
    if (document.activeElement === null || document.activeElement === document.body) row.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [opened]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return;
    event.preventDefault();
    row.current?.querySelector('button')?.focus({ preventScroll: true });
    close();
  };
  return { row, onKeyDown };
}
