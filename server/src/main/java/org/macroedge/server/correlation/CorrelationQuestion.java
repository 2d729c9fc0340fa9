package org.macroedge.server.correlation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.correlation.CorrelationMethod;
import org.macroedge.engine.correlation.PairCorrelation;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// What is asked about correlations.
///
/// @param from where the first row may start; null for three years of weeks or one year of days
/// @param pair two ids with a comma between them, which may be the same; null for all series
/// @param window rows behind each point of the pair's path; null for 52 weeks or 60 days
public record CorrelationQuestion(
        CorrelationKind of,
        CorrelationMethod method,
        CorrelationStep every,
        @Nullable Instant from,
        @Nullable String pair,
        @Nullable Integer window) {

    /// The form of a pair.
    public static final String PAIR = "^[A-Za-z0-9-]+,[A-Za-z0-9-]+$";

    /// The form in words.
    public static final String WORDS = "two ids with a comma between them";

    public static final String EXAMPLE = "EURUSD,SPX";

    /// Four years of weekdays.
    private static final int LONGEST_WINDOW = 1_000;

    /// A window that a path can have.
    ///
    /// @param name of the parameter or option that has it
    /// @param window null where none is asked for
    /// @param pair null where none is asked for: then there is no path
    /// @throws MacroEdgeException with `invalid-request` for another one
    public static @Nullable Integer window(String name, @Nullable Integer window, @Nullable String pair) {
        if (window == null) {
            return null;
        }
        if (pair == null) {
            throw InvalidValue.of(name, window, "it with a pair, which has a path", EXAMPLE);
        }
        if (window < PairCorrelation.FEWEST || window > LONGEST_WINDOW) {
            String form = "a number of rows from " + PairCorrelation.FEWEST + " to " + LONGEST_WINDOW;
            throw InvalidValue.of(name, window, form, "26");
        }
        return window;
    }

    /// Rows behind each point of a path.
    int rowsOfPoint() {
        return window == null ? every.window() : window;
    }
}
