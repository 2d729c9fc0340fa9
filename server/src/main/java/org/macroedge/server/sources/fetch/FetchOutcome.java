package org.macroedge.server.sources.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of a fetch.
public sealed interface FetchOutcome {

    /// When the answer was there as a whole, or the fetch failed.
    Instant ended();

    /// Bytes came.
    ///
    /// @param body unpacked
    /// @param asked when the request was sent
    record Fetched(byte[] body, Validators validators, Instant asked, Instant ended) implements FetchOutcome {}

    /// The server says that nothing has changed.
    ///
    /// @param asked when the request was sent
    record Unchanged(Instant asked, Instant ended) implements FetchOutcome {}

    /// Nothing usable came.
    ///
    /// @param text for a reader, with its remedy
    /// @param retryAt before which the source should not be asked again; null where the next run may ask
    record Failed(FetchMessage fault, String text, @Nullable Instant retryAt, Instant ended) implements FetchOutcome {}
}
