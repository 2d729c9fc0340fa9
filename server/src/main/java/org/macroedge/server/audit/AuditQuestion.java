package org.macroedge.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;

/// Which rows of the audit log are asked for.
///
/// @param from inclusive; null from the first row on
/// @param to inclusive; null to the latest row
/// @param principal only rows of this caller, by its name as the log has it; null for all
/// @param operation only rows of this operation; null for all
/// @param before only rows with a lower number; null for all
/// @param limit at most so many, 1 to 1,000
public record AuditQuestion(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String principal,
        @Nullable String operation,
        @Nullable Long before,
        int limit) {

    /// The greatest number of rows in an answer.
    public static final int MOST = 1_000;

    /// Longer than any name of a caller.
    static final int LONGEST_PRINCIPAL = 2_000;
    /// A name is shown without control characters.
    static final String PRINCIPAL = "^[^\\u0000-\\u001f\\u007f-\\u009f]+$";
    static final String PRINCIPAL_WORDS = "a name without control characters";

    static final int LONGEST_OPERATION = 100;
    static final String OPERATION = "^[A-Za-z][A-Za-z ]*$";
    static final String OPERATION_WORDS = "letters and blanks";

    private static final Pattern PRINCIPAL_FORM = Pattern.compile(PRINCIPAL);
    private static final Pattern OPERATION_FORM = Pattern.compile(OPERATION);

    /// @throws MacroEdgeException with `invalid-request` for another limit, or a name that no row can have
    public AuditQuestion {
        if (limit < 1 || limit > MOST) {
            throw InvalidValue.of("limit", limit, List.of("1 to " + MOST));
        }
        checkPrincipal("principal", principal);
        checkOperation("operation", operation);
    }

    /// @param name of the parameter or option, for the refusal
    /// @throws MacroEdgeException with `invalid-request` for a name that no caller can have
    public static void checkPrincipal(String name, @Nullable String principal) {
        check(name, principal, PRINCIPAL_FORM, PRINCIPAL_WORDS, "anna (key 1f3a9c02)");
    }

    /// @param name of the parameter or option, for the refusal
    /// @throws MacroEdgeException with `invalid-request` for a name that no operation can have
    public static void checkOperation(String name, @Nullable String operation) {
        check(name, operation, OPERATION_FORM, OPERATION_WORDS, "keys create");
    }

    private static void check(String name, @Nullable String text, Pattern form, String words, String example) {
        if (text != null && !form.matcher(text).matches()) {
            throw InvalidValue.of(name, text, words, example);
        }
    }
}
