package org.macroedge.server.cli;

import java.util.List;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Checks the numbers of options before anything is asked, so that a refusal names the option, with a server and
/// without.
final class OptionRange {

    private OptionRange() {}

    /// @param option with its hyphens
    /// @param most the greatest number that is allowed; the least is 1
    /// @throws MacroEdgeException with `invalid-request`
    static void check(String option, int number, int most) {
        if (number < 1 || number > most) {
            throw InvalidValue.of(option, number, List.of("1 to " + most));
        }
    }
}
