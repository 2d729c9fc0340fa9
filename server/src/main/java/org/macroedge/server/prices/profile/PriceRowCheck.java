package org.macroedge.server.prices.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.profile.StorableText;

/// What the prices of a day must be to count, whichever way they came.
public final class PriceRowCheck {

    private PriceRowCheck() {}

    /// Passes a row on, or the fault in it. An open, high or low of 0 or below is left out and reported where
    /// the series cannot have it.
    ///
    /// @param now closes of later instants are faulty
    public static void take(PriceRow row, Instant now, PriceConsumer prices) {
        PriceSeries series = row.series();
        BigDecimal close = row.bar().close();
        if (close.signum() <= 0 && !series.allowsNonPositive()) {
            prices.fault(PriceRowMessage.NON_POSITIVE.fault(
                    row.file(), row.line(), raw(row), series.instrument(), close.toPlainString()));
        } else if (isFuture(series, row.date(), now)) {
            prices.fault(PriceRowMessage.FUTURE_CLOSE.fault(
                    row.file(), row.line(), raw(row), row.date(), series.closeAt(row.date())));
        } else {
            prices.price(series.allowsNonPositive() ? row : positive(row, prices));
        }
    }

    private static PriceRow positive(PriceRow row, PriceConsumer prices) {
        Bar bar = row.bar().positive();
        if (bar.equals(row.bar())) {
            return row;
        }
        prices.finding(new Finding(
                FindingKind.NON_POSITIVE_CELL, row.series().instrument().value(), 1, row.file(), row.line(), null));
        return new PriceRow(row.series(), row.date(), bar, row.file(), row.line(), row.raw());
    }

    /// A close at an unknown time of today may be made already.
    private static boolean isFuture(PriceSeries of, LocalDate date, Instant now) {
        return of.knowsClose(date)
                ? of.closeAt(date).isAfter(now)
                : date.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private static String raw(PriceRow row) {
        return StorableText.of(row.raw().get());
    }
}
