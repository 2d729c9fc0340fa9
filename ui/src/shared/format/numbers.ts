const MINUS = '\u2212';

/** Shown where there is no number. */
export const NONE = '–';

/** Formats a number with U+2212 as its minus sign. A value that rounds to zero has no sign. */
export function plain(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? MINUS + digits : digits;
}

/** Like plain, with a plus sign before positive values. */
export function signed(value: number, decimals: number): string {
  const text = plain(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** Formats a count: "1,813". */
export const count = (value: number): string => value.toLocaleString('en-GB');

/** Formats a score, or a change of score, as a signed integer. */
export function score(value: number | null): string {
  return value === null ? NONE : signed(value, 0);
}

/** Formats z as a number of standard deviations. */
export function sigmas(z: number): string {
  return `${signed(z, 1)}σ`;
}

/** The colour of a signed number, after rounding to the decimals that it is shown with: none for zero. */
export function signTone(value: number, decimals: number): 'bull' | 'bear' | 'quiet' {
  if (Math.abs(value) < 0.5 * 10 ** -decimals) return 'quiet';
  return value < 0 ? 'bear' : 'bull';
}

/** Formats a share as whole percent, rounded down so that 100% means complete. */
export function wholePercent(share: number | null): string {
  // 0.29 × 100 is 28.999…, so a ten-thousandth of a percent is added before rounding down.
  return share === null ? NONE : `${Math.floor(share * 100 + 1e-4)}%`;
}
