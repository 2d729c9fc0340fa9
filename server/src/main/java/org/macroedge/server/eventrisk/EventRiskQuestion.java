package org.macroedge.server.eventrisk;

import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Which releases matter.
///
/// @param before minutes before a release that count as near
/// @param after minutes after a release that count as near
/// @param importance the least that counts, 1 to 3
public record EventRiskQuestion(String instrument, int before, int after, int importance) {

    /// The minutes of a question that names none.
    public static final String HALF_AN_HOUR = "30";

    /// The importance of a question that names none.
    public static final String MOST_IMPORTANT = "3";

    private static final int DAY = 1_440;

    /// Minutes that are not more than a day.
    ///
    /// @param name of the parameter or option that has them
    /// @throws MacroEdgeException with `invalid-request` for others
    public static int minutes(String name, int minutes) {
        if (minutes < 0 || minutes > DAY) {
            throw InvalidValue.of(name, minutes, "a number of minutes from 0 to " + DAY, HALF_AN_HOUR);
        }
        return minutes;
    }
}
