/** A colour for each theme, and the text that contrasts more with it. */
export interface Tint {
  light: string;
  lightText: string;
  dark: string;
  darkText: string;
}

type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

/** Nine stops from −1 to +1 of the range: orange through grey to blue. */
const LIGHT = ['#8A3503', '#BC5A17', '#E69A63', '#F6D2B5', '#ECEEF2', '#BCD7F0', '#74ADE0', '#2D76BA', '#0B457F'].map(rgb);
const DARK = ['#FFA562', '#D2742F', '#94501F', '#543520', '#252B34', '#213C58', '#235E96', '#3C89CC', '#82C0FA'].map(rgb);

const BLACK = '#000';
const WHITE = '#FFF';

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast with black or white, whichever is more. */
export function contrast(colour: Rgb): { text: string; ratio: number } {
  const [onBlack, onWhite] = [(luminance(colour) + 0.05) / 0.05, 1.05 / (luminance(colour) + 0.05)];
  return onBlack >= onWhite ? { text: BLACK, ratio: onBlack } : { text: WHITE, ratio: onWhite };
}

/** The colour at a share of the range from −1 to +1, linear between the stops. */
export function between(stops: readonly Rgb[], share: number): Rgb {
  const place = ((Math.max(-1, Math.min(1, share)) + 1) / 2) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  const [from, to] = [stops[below], stops[below + 1]];
  if (from === undefined || to === undefined) throw new Error(`no stop at ${share}`);
  return from.map((part, index) => Math.round(part + (place - below) * ((to[index] ?? 0) - part))) as unknown as Rgb;
}

const css = (colour: Rgb) => `rgb(${colour.join(' ')})`;

/** The tint of a value. Beyond the range the colour stays, and the number says how far. */
export function tint(value: number, range: number): Tint {
  const [light, dark] = [between(LIGHT, value / range), between(DARK, value / range)];
  return { light: css(light), lightText: contrast(light).text, dark: css(dark), darkText: contrast(dark).text };
}

export const SCALES = { light: LIGHT, dark: DARK };

/** The tint as variables that the style sheet reads for its theme. */
export const tintStyle = ({ light, lightText, dark, darkText }: Tint): Record<string, string> => ({ '--tint': light, '--tint-text': lightText, '--tint-dark': dark, '--tint-dark-text': darkText });
