package org.macroedge.server.access.limits;

/// What a request for tokens came to.
///
/// @param paid whether the tokens were there
/// @param left tokens that are left, as far as this server knows
/// @param nanos until the bucket is full where they were there, else until they are
record Toll(boolean paid, long left, long nanos) {

    private static final long SECOND = 1_000_000_000L;

    /// Whole seconds, rounded up.
    long seconds() {
        return Math.ceilDiv(nanos, SECOND);
    }
}
