package org.macroedge.server.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Which alerts are asked for.
///
/// @param rule only those of this rule, by its id in any case; null for all
/// @param from inclusive, by when they were raised; null from the first on
/// @param to inclusive; null to the latest
/// @param before only those with a lower number; null for all
/// @param limit at most so many, 1 to 1,000
public record AlertQuestion(
        @Nullable String rule,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before,
        int limit) {

    /// The greatest number of alerts in an answer.
    public static final int MOST = 1_000;

    static final int LONGEST_ID = 40;
    static final String ID = "^[A-Za-z][A-Za-z0-9-]*$";
    static final String ID_WORDS = "an id of letters, digits and hyphens";

    private static final Pattern ID_FORM = Pattern.compile(ID);

    /// @throws MacroEdgeException with `invalid-request` for another limit, or a text that no rule has as id
    public AlertQuestion {
        if (limit < 1 || limit > MOST) {
            throw InvalidValue.of("limit", limit, List.of("1 to " + MOST));
        }
        checkRule("rule", rule);
        rule = rule == null ? null : rule.toLowerCase(Locale.ROOT);
    }

    /// @param name of the parameter or option, for the refusal
    /// @throws MacroEdgeException with `invalid-request` for a text that no rule has as id
    public static void checkRule(String name, @Nullable String rule) {
        if (rule != null && !ID_FORM.matcher(rule).matches()) {
            throw InvalidValue.of(name, rule, ID_WORDS, "flips");
        }
    }
}
