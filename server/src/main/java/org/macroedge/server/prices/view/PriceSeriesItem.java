package org.macroedge.server.prices.view;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.QuoteKind;
import org.macroedge.engine.vocabulary.SessionDays;
import org.macroedge.server.platform.json.Codes;

/// A series of daily closes, as far as it is known.
///
/// @param attribution the text to show with its prices
/// @param symbol under which the source gives it
/// @param inverted whether the source quotes the instrument the other way round; prices here are the
/// instrument's own
/// @param quote whether these are prices, or yields in per cent, which fall when the price rises
/// @param unit of each price; empty where the catalogue declares none
/// @param days on which it should have a close
/// @param close the clock time and zone of its last close; null where it is unknown, so that each close counts
/// as known at the end of the next day in UTC
/// @param closes how many it has
/// @param lastCloseAt when its last close was made
public record PriceSeriesItem(
        String instrument,
        String source,
        String attribution,
        String symbol,
        boolean inverted,
        @Codes(QuoteKind.class) String quote,
        String unit,
        @Codes(SessionDays.class) String days,
        @Nullable String close,
        int closes,
        LocalDate first,
        LocalDate last,
        Instant lastCloseAt) {}
