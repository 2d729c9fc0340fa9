package org.macroedge.server.prices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.prices.profile.PriceConsumer;
import org.macroedge.server.prices.profile.PriceRow;
import org.macroedge.server.prices.profile.PriceRowCheck;

/// Prices that a source gave, to store as one batch.
///
/// @param source its id
/// @param request the name of what was asked for, as the batch records it
/// @param days in the order of the answer
/// @param dryRun whether to report what would happen and store nothing
public record FetchedPrices(String source, String request, List<Day> days, boolean dryRun) {

    public FetchedPrices {
        days = List.copyOf(days);
    }

    /// A day of a series.
    ///
    /// @param bar null where the source says that the day has no close
    public record Day(
            PriceSeries series, LocalDate date, @Nullable Bar bar) {}

    /// Passes the days on as if each were a line of a file.
    ///
    /// @param now closes of later instants are faulty
    void deliver(Instant now, PriceConsumer prices) {
        for (int index = 0; index < days.size(); index++) {
            Day day = days.get(index);
            Bar bar = day.bar();
            if (bar == null) {
                prices.closed(day.series(), day.date());
            } else {
                PriceRowCheck.take(
                        new PriceRow(day.series(), day.date(), bar, request, index + 1L, day::toString), now, prices);
            }
        }
    }
}
