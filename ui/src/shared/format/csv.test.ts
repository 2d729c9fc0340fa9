import { expect, test } from 'vitest';
import { csv } from './csv';

test('numbers are not rounded, text is quoted where needed, null is empty', () => {
  expect(csv(['a', 'b', 'c'], [[0.123456789, 'x, "y"', null]])).toBe('a,b,c\n0.123456789,"x, ""y""",\n');
});

test('text that a spreadsheet would run as a formula is escaped', () => {
  expect(csv(['a'], [['=HYPERLINK(1)']])).toBe("a\n'=HYPERLINK(1)\n");
  expect(csv(['a', 'b', 'c'], [['-2+3', '-0.3', -0.3]])).toBe("a,b,c\n'-2+3,-0.3,-0.3\n");
});
