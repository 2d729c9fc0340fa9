package org.macroedge.server.exports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.prices.view.PricePoint;
import org.macroedge.server.prices.view.PriceSeriesItem;

/// The columns of prices as CSV. The price profile `macro-edge` reads them again.
public final class PriceColumns {

    static final List<Column> COLUMNS = List.of(
            Column.date("date", "Trading date"),
            Column.text("instrument", "Id of the instrument"),
            Column.text("source", "Source of the prices"),
            Column.text("symbol", "Under which the source gives them"),
            Column.text("quote", "price, or yield in per cent"),
            Column.instant("close_at", "When the close was made"),
            Column.number("open", "First price of the day"),
            Column.number("high", "Highest price of the day"),
            Column.number("low", "Lowest price of the day"),
            Column.number("close", "Last price of the day"),
            Column.yesNo("corrected", "Whether the source corrected it"),
            Column.count("batch", "The import that brought it"));

    /// Their names.
    public static final List<String> NAMES = Column.names(COLUMNS);

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
