const LONGEST = 60;

/** Makes a text from an imported file safe to show: control characters become symbols, and at most so many characters remain, 60 of a name. */
export function safeName(text: string, longest = LONGEST): string {
  const visible = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '\u2421' : character;
  });
  return visible.length <= longest ? visible.join('') : `${visible.slice(0, longest - 1).join('')}…`;
}
