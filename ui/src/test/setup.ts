import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// Pages are separate chunks, which may take longer than the default of one second to load on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

// Mantine needs these; jsdom lacks them.
Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {} }),
});
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', Observer);
window.scrollTo = () => {};

afterEach(cleanup);
