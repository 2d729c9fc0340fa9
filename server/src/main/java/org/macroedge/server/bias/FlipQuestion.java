package org.macroedge.server.bias;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// What is asked about flips: how far ahead, and of which instruments.
///
/// @param instrument null for all
/// @param days how far ahead, from 1 to 14
public record FlipQuestion(@Nullable String instrument, int days) {

    /// The form of a span: forecasts of releases beyond two weeks are seldom known.
    public static final String FORM = "^(?:[1-9]|1[0-4])d$";

    /// The form in words.
    public static final String WORDS = "a number of days from 1d to 14d";

    /// The span of a question that names none.
    public static final String WEEK = "7d";

    private static final Pattern SPAN = Pattern.compile(FORM);

    /// @param name of the parameter or option that has the span
    /// @param within a number of days with a d, such as 7d
    /// @throws MacroEdgeException with `invalid-request` where the span cannot be read
    public static FlipQuestion of(@Nullable String instrument, String name, String within) {
        if (!SPAN.matcher(within).matches()) {
            throw InvalidValue.of(name, within, WORDS, WEEK);
        }
        return new FlipQuestion(instrument, Integer.parseInt(within.substring(0, within.length() - 1)));
    }
}
