package org.macroedge.server.correlation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is asked about correlations.
///
/// @param from where the first row may start; null for three years of weeks or one year of days
/// @param pair two ids with a comma between them, which may be the same; null for all series
public record CorrelationQuestion(
        CorrelationKind of,
        CorrelationStep every,
        @Nullable Instant from,
        @Nullable String pair) {

    /// The form of a pair.
    public static final String PAIR = "^[A-Za-z0-9-]+,[A-Za-z0-9-]+$";

    /// The form in words.
    public static final String WORDS = "two ids with a comma between them";

    public static final String EXAMPLE = "EURUSD,SPX";
}
