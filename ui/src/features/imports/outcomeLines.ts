import type { ImportOutcome } from '../../shared/api/types';
import { count } from '../../shared/format/numbers';

const COUNTED = [
  ['imported', 'new'], ['corrected', 'corrected'], ['revised', 'revised'], ['unchanged', 'known already'],
  ['ignored', 'without numbers'], ['unmapped', 'of no known indicator'], ['quarantined', 'that cannot be read'],
] as const;

/** "1,204 rows: 1,100 new, 104 known already". Counts of zero are left out. */
export function outcomeSentence(outcome: ImportOutcome): string {
  const parts = COUNTED.filter(([key]) => outcome[key] > 0).map(([key, words]) => `${count(outcome[key])} ${words}`);
  return `${count(outcome.read)} ${outcome.read === 1 ? 'row' : 'rows'}: ${parts.length === 0 ? 'none to import' : parts.join(', ')}`;
}

/** What looks wrong, each with its first place. Reasons of quarantine come first. */
export function outcomeNotes({ quarantine, findings, unmappedTitles }: ImportOutcome): { text: string; place: string }[] {
  const place = ({ firstFile, firstLine, count: of }: { firstFile: string; firstLine: number; count: number }) =>
    `${firstFile}, line ${firstLine}${of > 1 ? ` and ${count(of - 1)} more` : ''}`;
  return [
    ...quarantine.map((reason) => ({ text: reason.message, place: place(reason) })),
    ...unmappedTitles.map(({ title, count: of }) => ({ text: `“${title}” is no known indicator`, place: `${count(of)} ${of === 1 ? 'row' : 'rows'}` })),
    ...findings.map((finding) => ({ text: finding.detail, place: place(finding) })),
  ];
}
