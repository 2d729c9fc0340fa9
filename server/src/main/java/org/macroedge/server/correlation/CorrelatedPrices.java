package org.macroedge.server.correlation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.QuoteKind;
import org.macroedge.server.prices.PriceAnswers;
import org.macroedge.server.prices.PriceAnswers.PriceRecord;
import org.macroedge.server.prices.view.PriceSeriesItem;

/// The closes of each instrument that has any, of its preferred series, by the instant at which each was made.
///
/// The level of a price is its logarithm, so that changes are log returns; one of 0 or below has none. The
/// level of a yield is the yield with the other sign, so that it rises when the price does.
final class CorrelatedPrices {

    private final Map<String, NavigableMap<Instant, Double>> levels;

    private CorrelatedPrices(Map<String, NavigableMap<Instant, Double>> levels) {
        this.levels = levels;
    }

    static CorrelatedPrices of(PriceAnswers answers, Instant asOf) {
        Map<String, PriceSeriesItem> preferred = new LinkedHashMap<>();
        Map<String, NavigableMap<Instant, Double>> levels = new LinkedHashMap<>();
        answers.records(null, asOf, null, null).forEach(record -> {
            String instrument = record.series().instrument();
            if (preferred.computeIfAbsent(instrument, id -> record.series()).equals(record.series())) {
                levels.computeIfAbsent(instrument, id -> new TreeMap<>())
                        .put(record.point().closeAt(), level(record));
            }
        });
        return new CorrelatedPrices(levels);
    }

    private static double level(PriceRecord record) {
        double close = record.point().close().doubleValue();
        if (record.series().quote().equals(QuoteKind.YIELD.code())) {
            return -close;
        }
        return close > 0 ? StrictMath.log(close) : Double.NaN;
    }

    /// The first close of any instrument; null where there is none.
    @Nullable
    Instant first() {
        return levels.values().stream()
                .map(NavigableMap::firstKey)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// The return of each instrument in each row. A close of a row is the last one made in it; a row without
    /// one has no return, nor has the next.
    Map<String, Map<Long, Double>> returns(CorrelationRows rows) {
        Map<String, Map<Long, Double>> returns = new LinkedHashMap<>();
        levels.forEach((instrument, closes) -> returns.put(instrument, rows.changes(close -> {
            Map.Entry<Instant, Double> last = closes.floorEntry(close);
            return last == null || !last.getKey().isAfter(rows.before(close)) ? Double.NaN : last.getValue();
        })));
        return returns;
    }
}
