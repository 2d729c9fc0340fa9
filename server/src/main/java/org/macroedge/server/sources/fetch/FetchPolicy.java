package org.macroedge.server.sources.fetch;

import java.time.Duration;

/// How a source may be asked.
///
/// @param requests how many requests it allows at once; each is allowed again after its share of `per`
/// @param deadline for a whole answer, body included
/// @param mostBytes of an answer, unpacked
/// @param trusted whether its address was set by the user, and may then be one of a private network
public record FetchPolicy(int requests, Duration per, Duration deadline, long mostBytes, boolean trusted) {

    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(60);
    public static final long USUAL_BYTES = 32L << 20;

    public FetchPolicy {
        if (requests < 1 || per.isNegative() || per.isZero() || deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException(requests + " requests per " + per + ", deadline " + deadline);
        }
    }

    /// So many requests within a time, with the usual deadline and size.
    public static FetchPolicy of(int requests, Duration per) {
        return new FetchPolicy(requests, per, USUAL_DEADLINE, USUAL_BYTES, false);
    }

    /// The same for an address that the user set.
    public FetchPolicy trusting() {
        return new FetchPolicy(requests, per, deadline, mostBytes, true);
    }

    /// The share of one request.
    Duration interval() {
        return per.dividedBy(requests);
    }
}
