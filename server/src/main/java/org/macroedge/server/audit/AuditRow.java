package org.macroedge.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.web.Caller;

/// A row of the audit log that is to be written. It has no contents of what was sent, and so no secrets.
///
/// @param caller null where it is not known
/// @param address null for a command
/// @param requestId null for a command
record AuditRow(
        Instant recordedAt,
        @Nullable Caller caller,
        @Nullable String address,
        String operation,
        List<String> targets,
        int status,
        @Nullable UUID requestId,
        int leftOut) {

    AuditRow {
        targets = List.copyOf(targets);
    }

    /// The name of the caller, for the log of the server.
    String who() {
        return caller == null ? "an unknown caller" : caller.name();
    }
}
