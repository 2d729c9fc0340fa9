import { isoSeconds } from './times';

/** The parameters of the address of an instrument that show what a release time changed: from the second before it. */
export const causeSpan = (instant: string) => ({ from: isoSeconds(Date.parse(instant) - 1000), to: instant });
