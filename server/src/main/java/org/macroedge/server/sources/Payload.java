package org.macroedge.server.sources;

import java.time.Instant;

/// An answer of a source as it came.
///
/// @param request the name of what was asked for
/// @param body unpacked; never changed
/// @param askedAt when the request was sent: what the answer lacks, the source may have published since
/// @param fetchedAt when it was there as a whole
public record Payload(String request, byte[] body, Instant askedAt, Instant fetchedAt) {

    /// An answer that took no time.
    public Payload(String request, byte[] body, Instant fetchedAt) {
        this(request, body, fetchedAt, fetchedAt);
    }
}
