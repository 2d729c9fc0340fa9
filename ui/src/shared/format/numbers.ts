const MINUS = '\u2212';

/** What stands where there is no number. */
export const NONE = '–';

/** Plain digits with U+2212 before a negative; a value that rounds to zero carries no sign. */
export function plain(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? MINUS + digits : digits;
}

/** As plain, with a plus before a positive. */
export function signed(value: number, decimals: number): string {
  const text = plain(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A score or a change of score: a signed integer. */
export function score(value: number | null): string {
  return value === null ? NONE : signed(value, 0);
}

/** z in a sentence, chip or calendar. */
export function sigmas(z: number): string {
  return `${signed(z, 1)}σ`;
}

/** Confidence and agreement: whole percent rounded down, so that 100% means complete. */
export function wholePercent(share: number | null): string {
  // 0.29 × 100 is 28.999…: a ten-thousandth of a percent is forgiven before rounding down.
  return share === null ? NONE : `${Math.floor(share * 100 + 1e-4)}%`;
}
