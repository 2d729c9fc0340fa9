import { useMantineColorScheme } from '@mantine/core';
import type { Action } from '../../shared/ui/actions';

/** The actions that every page has. */
export function usePageActions(showKeys: () => void): Action[] {
  const { setColorScheme } = useMantineColorScheme();
  return [
    { name: 'Light theme', run: () => setColorScheme('light') },
    { name: 'Dark theme', run: () => setColorScheme('dark') },
    { name: 'System theme', run: () => setColorScheme('auto') },
    { name: 'Keyboard shortcuts', key: '?', run: showKeys },
  ];
}
