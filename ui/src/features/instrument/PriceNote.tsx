import { ApiError } from '../../shared/api/client';
import type { PriceHistory } from '../../shared/api/types';
import { tradingDay } from '../../shared/format/times';
import { priceWords } from './priceSeries';

/** Whose prices stand above the score, or that they could not be loaded. Nothing where there are none. */
export function PriceNote({ price, error }: { price: PriceHistory | null; error: Error | null }) {
  const last = price?.points.at(-1);
  if (price && last) {
    return <p className="second faint price-note"><strong>{price.instrument}, daily</strong> last close {tradingDay(`${last.date}T22:00:00Z`)}, a trading date · {priceWords(price)}. {price.series?.attribution}</p>;
  }
  const failed = error instanceof ApiError && error.status !== 404;
  return failed ? <p className="second faint price-note">Prices could not be loaded. Scores are unaffected.</p> : null;
}
