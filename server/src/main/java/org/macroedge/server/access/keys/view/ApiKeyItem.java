package org.macroedge.server.access.keys.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.platform.web.Role;

/// A key, without its secret.
///
/// @param id the visible part: the eight digits after `me_`
/// @param name who or what it is for
/// @param role what it may do
/// @param state whether it is accepted, or why not
/// @param createdBy a key by name and id, a person, or `local` for the user of the machine
/// @param expiresAt from when on it is not accepted
/// @param lastUsedAt to the hour; null where it was never used
/// @param revokedAt null where it is not revoked
public record ApiKeyItem(
        @Schema(example = "1f3a9c02") String id,
        @Schema(example = "nightly notebook") String name,
        @Codes(Role.class) String role,
        @Codes(KeyState.class) String state,
        Instant createdAt,
        @Schema(example = "local") String createdBy,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
