import { expect, test } from 'vitest';
import { stepOf } from './stepOf';

const pressed = (code: string, shiftKey = false, altKey = false) => ({ code, shiftKey, altKey });

test('brackets, comma and full stop move by one release, with Shift by a day, with Alt by a week', () => {
  expect(stepOf(pressed('BracketLeft'))).toEqual({ unit: 'release', direction: -1 });
  expect(stepOf(pressed('Period'))).toEqual({ unit: 'release', direction: 1 });
  expect(stepOf(pressed('Comma', true))).toEqual({ unit: 'days', direction: -1, days: 1 });
  expect(stepOf(pressed('BracketRight', false, true))).toEqual({ unit: 'days', direction: 1, days: 7 });
});

test('other keys are not steps', () => {
  expect(stepOf(pressed('KeyJ'))).toBeNull();
});
