package org.macroedge.server.access.limits;

import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Rate;

/// Buckets of tokens that several servers take from. A server takes some in advance, so that it need not ask
/// for each request.
interface SharedTokens {

    /// No other server takes from the same buckets.
    SharedTokens NONE = (limit, key, rate, tokens) -> null;

    /// What a server got.
    ///
    /// @param tokens how many, 0 to the number that it asked for
    /// @param left tokens that are left in the bucket
    /// @param nanosUntilNext until one more than those left is in the bucket
    record Grant(int tokens, long left, long nanosUntilNext) {}

    /// Takes tokens from a bucket, which is full where nobody has taken from it before. Does not fail.
    ///
    /// @param limit to which the bucket belongs
    /// @param key of the bucket
    /// @param tokens the most to take
    /// @return null where the buckets cannot be asked
    @Nullable
    Grant take(String limit, String key, Rate rate, int tokens);
}
