package org.macroedge.server.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// Reads and checks the times that users write, in requests and on the command line alike.
public final class Instants {

    /// The longest text of an instant, with a fraction of nanoseconds and an offset.
    public static final int LONGEST = 35;

    /// An instant with whole seconds, in a year from 1900 to 2099, as RFC 3339 writes it with capital letters. The
    /// years are those of imports: no calendar has a release in another one.
    public static final String WHOLE_SECONDS = instant("");

    /// The same, also with a fraction of a second.
    public static final String PATTERN = instant("(\\.[0-9]{1,9})?");

    private static final Pattern FORM = Pattern.compile(PATTERN);
    private static final Pattern OTHER_YEAR = Pattern.compile("[+-]?[0-9]{1,10}-[0-9]{2}-[0-9]{2}T.*");

    private Instants() {}

    private static String instant(String fraction) {
        return "^(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
                + fraction + "(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9])$";
    }

    /// Reads an instant in ISO 8601 whose year is from 1900 to 2099; null gives null.
    ///
    /// @param name of the parameter or option, for the message
    /// @throws MacroEdgeException with `invalid-instant`
    public static @Nullable Instant read(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!FORM.matcher(text).matches()) {
            throw text.length() <= LONGEST && OTHER_YEAR.matcher(text).matches()
                    ? outside(name, text)
                    : invalid(name, text);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw invalid(name, text);
        }
    }

    private static MacroEdgeException outside(String name, String text) {
        if (text.startsWith("19") || text.startsWith("20")) {
            return invalid(name, text);
        }
        return TimeProblem.YEAR_OUT_OF_RANGE.exception(name, ShownText.of(text));
    }

    /// The failure of a text that is not an instant.
    ///
    /// @param name of the parameter or option
    public static MacroEdgeException invalid(String name, String text) {
        return TimeProblem.NOT_A_TIME.exception(name, ShownText.of(text));
    }

    /// Checks that an answer can be given as of an instant.
    ///
    /// @throws MacroEdgeException with `invalid-instant` if it has a fraction of a second, with
    /// `as-of-in-future` if it is after now
    public static void checkAsOf(Instant asOf, Instant now) {
        if (asOf.getNano() != 0) {
            throw TimeProblem.FRACTION.exception(asOf);
        }
        if (asOf.isAfter(now)) {
            throw TimeProblem.AS_OF_IN_FUTURE.exception(asOf);
        }
    }

    /// Checks that a question can be answered from what was stored at a record time.
    ///
    /// @param latest the latest record time of the store, which is after the clock where the clock was set back
    /// @throws MacroEdgeException with `invalid-instant` if it is after both, because more may be stored by then
    public static void checkRecordedAt(Instant recordedAt, Instant now, Instant latest) {
        if (recordedAt.isAfter(now) && recordedAt.isAfter(latest)) {
            throw TimeProblem.RECORDED_AT_IN_FUTURE.exception(recordedAt);
        }
    }

    /// Checks that a period does not end before it starts.
    ///
    /// @throws MacroEdgeException with `invalid-instant`
    public static void checkPeriod(Instant from, Instant to) {
        if (from.isAfter(to)) {
            throw TimeProblem.PERIOD_REVERSED.exception(from, to);
        }
    }
}
