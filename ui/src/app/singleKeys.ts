import { useLocalStorage } from '@mantine/hooks';

/** One switch turns single keys off, for those who dictate or mistype. */
export function useSingleKeys() {
  return useLocalStorage({ key: 'macro-edge-single-keys', defaultValue: true });
}
