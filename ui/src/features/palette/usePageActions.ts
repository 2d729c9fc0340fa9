import { useMantineColorScheme } from '@mantine/core';
import type { Action } from '../../shared/ui/actions';

/** What can be done on every page. */
export function usePageActions(showKeys: () => void): Action[] {
  const { setColorScheme } = useMantineColorScheme();
  return [
    { name: 'Light theme', run: () => setColorScheme('light') },
    { name: 'Dark theme', run: () => setColorScheme('dark') },
    { name: 'Theme as the system', run: () => setColorScheme('auto') },
    { name: 'All keys', key: '?', run: showKeys },
  ];
}
