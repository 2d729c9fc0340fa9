package org.macroedge.server.sources;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.sources.fetch.FetchPolicy;

/// How a source is asked.
///
/// @param id as in `catalogue/sources.yaml`
/// @param kind what it gives, for readers
/// @param address of the publisher, without key and query
/// @param policy its limits
/// @param limit its limits in words
/// @param fresh for how long an answer is not asked for again
/// @param key the variable that holds its key; null where it has none
/// @param keyRequired whether it answers nobody without a key
/// @param triedLive whether the connector has ever read an answer that the publisher gave to it, and not only recorded
/// or documented ones
/// @param terms those that its user must accept; null where naming the source is enough
public record SourceContract(
        String id,
        String kind,
        URI address,
        FetchPolicy policy,
        String limit,
        Duration fresh,
        @Nullable Variable key,
        boolean keyRequired,
        boolean triedLive,
        @Nullable Terms terms) {

    /// Of a source whose terms need no acceptance.
    public SourceContract(
            String id,
            String kind,
            URI address,
            FetchPolicy policy,
            String limit,
            Duration fresh,
            @Nullable Variable key,
            boolean keyRequired,
            boolean triedLive) {
        this(id, kind, address, policy, limit, fresh, key, keyRequired, triedLive, null);
    }

    /// Terms of use.
    ///
    /// @param variable by which the user accepts them
    /// @param page that has them
    public record Terms(Variable variable, URI page) {}
}
