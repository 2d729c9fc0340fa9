import { useEffect } from 'react';

/** An action of the current page. The palette lists it, and its key runs it. */
export interface Action {
  name: string;
  key?: string;
  /** Why the reader may not do it. */
  refused?: string | undefined;
  run: () => void;
}

const registered = new Map<string, Action>();

/** Registers actions while the component is mounted. */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => {
    for (const action of actions) registered.set(action.name, action);
    return () => {
      for (const { name } of actions) registered.delete(name);
    };
  });
}

export const registeredActions = (): Action[] => [...registered.values()];

export function runKey(key: string): boolean {
  const action = registeredActions().findLast((candidate) => candidate.key === key);
  action?.run();
  return action !== undefined;
}
