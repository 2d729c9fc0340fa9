import { useMantineColorScheme } from '@mantine/core';
import { useRefusal } from '../../shared/api/session';
import type { Action } from '../../shared/ui/actions';
import type { DialogName } from '../../shared/ui/dialogs';

/** The actions that every page has. */
export function usePageActions(open: (dialog: DialogName) => void): Action[] {
  const { setColorScheme } = useMantineColorScheme();
  const refused = useRefusal('analyst');
  return [
    { name: 'Light theme', run: () => setColorScheme('light') },
    { name: 'Dark theme', run: () => setColorScheme('dark') },
    { name: 'System theme', run: () => setColorScheme('auto') },
    { name: 'Import a calendar…', refused, run: () => open('import') },
    { name: 'Keyboard shortcuts', key: '?', run: () => open('keys') },
  ];
}
