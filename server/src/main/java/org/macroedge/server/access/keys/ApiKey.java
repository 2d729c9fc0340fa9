package org.macroedge.server.access.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.CallerKind;
import org.macroedge.server.platform.web.Role;

/// A key as it is stored.
///
/// @param hash see [KeyText#hash]
/// @param lastUsedAt to the hour; null where it was never used
/// @param revokedAt null while it is not revoked
record ApiKey(
        String id,
        String name,
        Role role,
        String hash,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /// Whether a text is this key. How long the answer takes says nothing about the stored hash.
    boolean is(KeyText sent) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), sent.hash().getBytes(StandardCharsets.US_ASCII));
    }

    /// Whether it is accepted at an instant; no longer at the instant of its expiry.
    boolean isInForce(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    Caller caller() {
        return new Caller(CallerKind.KEY, name + " (key " + id + ")", role);
    }
}
