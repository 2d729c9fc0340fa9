import { useEffect } from 'react';

/** Something that the page at hand can do: the palette lists it, a single key runs it. */
export interface Action {
  name: string;
  key?: string;
  run: () => void;
}

const registered = new Map<string, Action>();

/** Offers actions for as long as the component stands. */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => {
    for (const action of actions) registered.set(action.name, action);
    return () => {
      for (const { name } of actions) registered.delete(name);
    };
  });
}

export const offeredActions = (): Action[] => [...registered.values()];

export function runKey(key: string): boolean {
  const action = offeredActions().findLast((offered) => offered.key === key);
  action?.run();
  return action !== undefined;
}
