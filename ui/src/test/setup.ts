import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// Pages come in chunks of their own; on a busy machine these take more than the second that is the default.
configure({ asyncUtilTimeout: 10_000 });

// What jsdom lacks and Mantine asks for.
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
