import { useLocalStorage } from '@mantine/hooks';

/** Whether single-key shortcuts are on. Speech input and typing errors can trigger them by accident, so they can be turned off. */
export function useSingleKeys() {
  return useLocalStorage({ key: 'macro-edge-single-keys', defaultValue: true });
}
