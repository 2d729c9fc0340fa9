/** Coefficients of Abramowitz and Stegun 26.2.17, whose error is below 7.5e-8. */
const SLOPE = 0.2316419;
const TERMS = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];

/** The share of a normal distribution above a size that is not negative. */
function tail(size: number): number {
  const t = 1 / (1 + SLOPE * size);
  const sum = TERMS.reduceRight((total, term) => (total + term) * t, 0);
  return (Math.exp((-size * size) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

/** The score of a bias Z, for the line of a chart: within 0.00002 points of that of the server, which every table shows. */
export function normalScore(z: number): number {
  const score = 100 - 200 * tail(Math.abs(z));
  return z < 0 ? -score : Math.max(0, score);
}
