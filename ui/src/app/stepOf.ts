type Pressed = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'altKey'>;

export type Step = { unit: 'release'; direction: 1 | -1 } | { unit: 'days'; direction: 1 | -1; days: number };

/** The step for [ ] , and . by physical key: one release, with Shift one day, with Alt one week. Null for other keys. */
export function stepOf({ code, shiftKey, altKey }: Pressed): Step | null {
  const forward = code === 'BracketRight' || code === 'Period';
  if (!forward && code !== 'BracketLeft' && code !== 'Comma') return null;
  const direction = forward ? 1 : -1;
  if (altKey) return { unit: 'days', direction, days: 7 };
  return shiftKey ? { unit: 'days', direction, days: 1 } : { unit: 'release', direction };
}
