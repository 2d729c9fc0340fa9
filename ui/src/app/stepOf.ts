type Pressed = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'altKey'>;

export type Step = { unit: 'release'; direction: 1 | -1 } | { unit: 'days'; direction: 1 | -1; days: number };

/** What [ ] , . mean, by the key's place on the keyboard; with Shift a day, with Alt a week. */
export function stepOf({ code, shiftKey, altKey }: Pressed): Step | null {
  const forward = code === 'BracketRight' || code === 'Period';
  if (!forward && code !== 'BracketLeft' && code !== 'Comma') return null;
  const direction = forward ? 1 : -1;
  if (altKey) return { unit: 'days', direction, days: 7 };
  return shiftKey ? { unit: 'days', direction, days: 1 } : { unit: 'release', direction };
}
