package org.macroedge.server.audit;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Chooses which of the texts that a request names as ids the audit log keeps.
///
/// A text is the id of something only where that exists: what a refused request has in its place may be anything, a
/// secret that was put there by mistake included.
final class AuditedTargets {

    private static final int REFUSALS = 400;
    /// What the request is about exists, and is in another state than it should be.
    private static final int CONFLICT = 409;

    /// Shorter than a key, longer than any id of ours.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9@._-]{1,64}");

    private static final String OTHER = "…";

    private AuditedTargets() {}

    /// Those of a request that ended with a status; `…` in place of one that has not the form of an id.
    static List<String> of(Collection<String> texts, int status) {
        if (status >= REFUSALS && status != CONFLICT) {
            return List.of();
        }
        return texts.stream()
                .map(text -> ID.matcher(text).matches() ? text : OTHER)
                .toList();
    }
}
