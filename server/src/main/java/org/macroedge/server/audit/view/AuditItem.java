package org.macroedge.server.audit.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.platform.web.CallerKind;

/// A request or command that changed something, or was refused to.
///
/// @param number in the order of writing; numbers may be missing
/// @param kind how the principal is known; null for a caller that is not known
/// @param principal who asked: a key by name and id, the holder of a token by name and subject, `local` for the user of
/// the machine, or `command line` for a command without a server; null for a caller that is not known
/// @param address where the request came from, behind the proxies that the server trusts; null for a command
/// @param operation the operationId of the description of the API, or the words of a command
/// @param targets the ids of what was changed, those that were made included
/// @param outcome `done`, `refused` or `failed`
/// @param status of the answer, or the one that a server would have given in place of a command
/// @param requestId the header X-Request-Id of the answer; null for a command
/// @param leftOut how many refusals of the same caller left no row since the one before
public record AuditItem(
        long number,
        Instant recordedAt,
        @Codes(CallerKind.class) @Nullable String kind,
        @Schema(example = "anna (key 1f3a9c02)") @Nullable String principal,
        @Schema(example = "127.0.0.1") @Nullable String address,
        @Schema(example = "apiKeysRevoke") String operation,
        List<String> targets,
        @Codes(AuditOutcome.class) String outcome,
        @Schema(example = "200") int status,
        @Nullable String requestId,
        int leftOut) {

    public AuditItem {
        targets = List.copyOf(targets);
    }
}
