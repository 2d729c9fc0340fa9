const LONGEST = 60;

/** Makes a name from an imported file safe to show: control characters become symbols, and at most 60 characters remain. */
export function safeName(text: string): string {
  const visible = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '\u2421' : character;
  });
  return visible.length <= LONGEST ? visible.join('') : `${visible.slice(0, LONGEST - 1).join('')}…`;
}
