package org.macroedge.engine.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.QuoteKind;
import org.macroedge.engine.vocabulary.SessionDays;

/// The daily closes of an instrument that a source gives under a symbol, and how to read them.
///
/// @param inverted whether the source quotes the instrument the other way round, as JPYUSD for USDJPY
/// @param unit for readers, of the instrument's own quotation
/// @param nonPositive whether a close of 0 or below can be real; a yield's always can
/// @param closes when its closes are made, in the order of their dates; on a date without one it is unknown
public record PriceSeries(
        InstrumentId instrument,
        String source,
        String symbol,
        boolean inverted,
        QuoteKind quote,
        String unit,
        boolean nonPositive,
        SessionDays days,
        List<Close> closes) {

    public PriceSeries {
        closes = List.copyOf(closes);
        if (inverted && (quote == QuoteKind.YIELD || nonPositive)) {
            throw new IllegalArgumentException(
                    "a series is inverted only if it quotes a price above 0: " + source + " " + symbol);
        }
    }

    /// A series of which nothing is declared: as the instrument is quoted, with closes at unknown times.
    public static PriceSeries undeclared(InstrumentId instrument, String source, String symbol, SessionDays days) {
        return new PriceSeries(instrument, source, symbol, false, QuoteKind.PRICE, "", false, days, List.of());
    }

    /// The clock time of the close on the trading dates from `from` to `to`, both included; null is open.
    public record Close(
            LocalTime time,
            ZoneId zone,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public Close {
            if (from != null && to != null && to.isBefore(from)) {
                throw new IllegalArgumentException("close to " + to + " is before from " + from);
            }
        }

        /// Whether it holds on a trading date.
        public boolean covers(LocalDate date) {
            return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
        }
    }

    /// The instant at which the close of a trading date is made, and so from which on it is known. If it is
    /// unknown, the end of the next day in UTC: a close that is taken for later than it is cannot pretend to
    /// know the future.
    public Instant closeAt(LocalDate date) {
        return closes.stream()
                .filter(close -> close.covers(date))
                .findFirst()
                .map(close -> date.atTime(close.time()).atZone(close.zone()).toInstant())
                .orElseGet(() -> date.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// Whether the time of the close of a trading date is declared.
    public boolean knowsClose(LocalDate date) {
        return closes.stream().anyMatch(close -> close.covers(date));
    }

    /// Whether a close of 0 or below counts.
    public boolean allowsNonPositive() {
        return nonPositive || quote == QuoteKind.YIELD;
    }
}
