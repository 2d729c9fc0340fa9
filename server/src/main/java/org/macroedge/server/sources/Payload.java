package org.macroedge.server.sources;

import java.time.Instant;

/// An answer of a source as it came.
///
/// @param request the name of what was asked for
/// @param body unpacked; never changed
/// @param fetchedAt when it was there as a whole
public record Payload(String request, byte[] body, Instant fetchedAt) {}
