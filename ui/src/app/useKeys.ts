import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useAsOf, useDayStep } from '../features/time/asOf';
import { useReleaseStep } from '../features/time/useReleaseStep';
import { runKey } from '../shared/ui/actions';
import { moveInRow, moveRow } from './moveRow';
import { PAGES } from './pages';
import { useSingleKeys } from './singleKeys';
import { stepOf } from './stepOf';

const typing = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null;

interface Props {
  shown: string | undefined;
  open: (what: 'keys' | 'palette') => void;
}

/** Keyboard shortcuts of every page. Shortcuts with Ctrl always work; single keys can be turned off. */
export function useKeys({ shown, open }: Props): void {
  const { asOf, past, go } = useAsOf();
  const toRelease = useReleaseStep(shown);
  const byDays = useDayStep(shown);
  const navigate = useNavigate();
  const [single] = useSingleKeys();
  const scheme = useComputedColorScheme();
  const { setColorScheme } = useMantineColorScheme();
  const before = useRef('');
  useEffect(() => {
    const actions: Record<string, () => void> = {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      t: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
      f: () => document.querySelector<HTMLElement>('[data-filter][aria-pressed="true"]')?.focus(),
      '?': () => open('keys'),
      '/': () => open('palette'),
    };
    const step = (event: KeyboardEvent): boolean => {
      const by = stepOf(event);
      if (by === null || !shown) return false;
      if (by.unit === 'release') {
        if (asOf || by.direction < 0) void toRelease(by.direction);
        return true;
      }
      if (asOf || by.direction < 0) byDays(by.direction * by.days);
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        return open('palette');
      }
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      if (event.key === 'Escape' && past) return go(undefined);
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (document.activeElement?.closest('tr')) { event.preventDefault(); moveRow(event.key === 'ArrowDown' ? 1 : -1); }
        return;
      }
      if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
        if (moveInRow(event.key === 'ArrowRight' ? 1 : -1)) event.preventDefault();
        return;
      }
      if (!single || step(event) || event.altKey) return;
      const page = before.current === 'g' ? PAGES.find(({ key }) => key === event.key) : undefined;
      const known = page ? () => void navigate({ to: page.to }) : actions[event.key];
      // Otherwise the slash that opens the palette would be typed into its field.
      if (known) event.preventDefault();
      if (known) known();
      else runKey(event.key);
      before.current = event.key;
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
