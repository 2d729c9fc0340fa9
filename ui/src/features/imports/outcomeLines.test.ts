import { expect, test } from 'vitest';
import type { ImportOutcome } from '../../shared/api/types';
import { outcomeNotes, outcomeSentence } from './outcomeLines';

const outcome: ImportOutcome = {
  batch: null, read: 1204, imported: 1100, corrected: 0, revised: 0, revisionsFound: 0, unchanged: 103, ignored: 0, unmapped: 0, quarantined: 1, repaired: 0,
  hourOffsets: { rowsByHours: {}, other: 0, unscheduled: 0 },
  quarantine: [{ reason: 'number', message: '“abc” is no number', count: 1, firstFile: 'mine.csv', firstLine: 7 }],
  unmappedTitles: [{ title: 'ISM Prices', count: 12 }],
  findings: [{ kind: 'repaired', field: null, detail: 'a repaired date', count: 12, firstFile: 'mine.csv', firstLine: 3 }],
};

test('every row is counted once, and counts of zero are left out', () => {
  expect(outcomeSentence(outcome)).toBe('1,204 rows: 1,100 new, 103 known already, 1 that cannot be read');
  expect(outcomeSentence({ ...outcome, read: 0, imported: 0, unchanged: 0, quarantined: 0 })).toBe('0 rows: none to import');
});

test('each note has its first place', () => {
  expect(outcomeNotes(outcome)).toEqual([
    { text: '“abc” is no number', place: 'mine.csv, line 7' },
    { text: '“ISM Prices” is no known indicator', place: '12 rows' },
    { text: 'a repaired date', place: 'mine.csv, line 3 and 11 more' },
  ]);
});
