import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

const TRIES = 40;
const EVERY = 50;

/** After a change of page, the focus goes to the page; back on the board, to the row that was opened. */
export function usePageFocus(): void {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(path);
  useEffect(() => {
    const from = before.current;
    before.current = path;
    if (from === path) return;
    const row = path === '/' ? /^\/instruments\/([^/]+)/.exec(from)?.[1] : undefined;
    let left = TRIES;
    const timer = setInterval(() => {
      const target = (row === undefined ? null : rowOf(row)) ?? (row === undefined || left === 1 ? document.getElementById('main') : null);
      if (target && free()) target.focus({ preventScroll: row === undefined });
      if (target || --left === 0) clearInterval(timer);
    }, EVERY);
    return () => clearInterval(timer);
  }, [path]);
}

const rowOf = (id: string) => document.querySelector<HTMLElement>(`a[data-row][data-instrument="${CSS.escape(decodeURIComponent(id))}"]`);

/** Whether nobody took the focus in the meantime. */
const free = () => document.activeElement === null || document.activeElement === document.body || !document.activeElement.isConnected || document.activeElement.closest('a[href]') !== null;
