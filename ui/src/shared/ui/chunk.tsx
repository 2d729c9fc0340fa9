import { use, type ComponentType } from 'react';

/** Code that loads after the first paint did not arrive: the server is away, or serves another version by now. */
export class ChunkError extends Error {}

interface Loading {
  start: () => Promise<unknown>;
  reset: () => void;
  failed: boolean;
  apart: boolean;
}

const chunks: Loading[] = [];

/**
 * A component in a chunk of its own. It suspends until the chunk is here and throws a ChunkError if it does not come. A chunk apart is not
 * loaded with the others, since most readers never need it.
 */
export function chunk<P extends object>(load: () => Promise<{ default: ComponentType<P> }>, apart?: 'apart'): ComponentType<P> {
  let pending: Promise<ComponentType<P>> | null = null;
  const loading: Loading = {
    failed: false,
    apart: apart !== undefined,
    reset: () => { pending = null; loading.failed = false; },
    start: () => {
      pending ??= load().then((module) => module.default, (cause: unknown) => {
        loading.failed = true;
        throw new ChunkError('This part of the page did not arrive.', { cause });
      });
      return pending;
    },
  };
  chunks.push(loading);
  return function Chunk(props: P) {
    const Part = use(loading.start() as Promise<ComponentType<P>>);
    return <Part {...props} />;
  };
}

/** Lets every chunk that failed be tried again. */
export function retryChunks(): void {
  for (const loading of chunks) if (loading.failed) loading.reset();
}

/** Loads every chunk, so that the page works on when the server goes away. One that fails is loaded when it is needed. */
export function prefetchChunks(): void {
  for (const loading of chunks) if (!loading.apart) void loading.start().catch(loading.reset);
}
