import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// Pages are separate chunks, which may take longer than the default of one second to load on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// Mantine needs these; jsdom lacks them. A test of files has no window.
if (typeof window !== 'undefined') {
  Object.defineProperty(window, 'matchMedia', {
    value: (query: string) => ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {} }),
  });
  vi.stubGlobal('ResizeObserver', Observer);
  window.scrollTo = () => {};
  Element.prototype.scrollIntoView = () => {};
}

afterEach(cleanup);
