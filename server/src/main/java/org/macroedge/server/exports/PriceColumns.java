package org.macroedge.server.exports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.prices.view.PricePoint;
import org.macroedge.server.prices.view.PriceSeriesItem;

/// The columns of prices as CSV. The price profile `macro-edge` reads them again.
public final class PriceColumns {

    /// Their names.
    public static final List<String> NAMES = List.of(
            "date",
            "instrument",
            "source",
            "symbol",
            "quote",
            "close_at",
            "open",
            "high",
            "low",
            "close",
            "corrected",
            "batch");

    private PriceColumns() {}

    /// The cells of a day, unrounded.
    public static List<@Nullable Object> cells(PriceSeriesItem series, PricePoint point) {
        return Arrays.asList(
                point.date(),
                series.instrument(),
                series.source(),
                series.symbol(),
                series.quote(),
                point.closeAt(),
                point.open(),
                point.high(),
                point.low(),
                point.close(),
                point.corrected(),
                point.batch());
    }
}
