package org.macroedge.server.platform.query;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.time.Instants;

/// As known at which market time and at which record time a read is answered.
///
/// @param asOf market time: the answer uses nothing that was published later; null for the default of the read
/// @param recordedAt record time: the answer uses nothing that was stored later; null for the latest
public record Query(@Nullable Instant asOf, @Nullable Instant recordedAt) {

    /// The name of the parameter for the market time.
    public static final String AS_OF = "asOf";

    /// The name of the parameter for the record time.
    public static final String RECORDED_AT = "recordedAt";

    /// Reads the parameters of a request; null counts as absent.
    ///
    /// @throws MacroEdgeException with `invalid-instant`, naming the parameter
    public static Query ofParameters(@Nullable String asOf, @Nullable String recordedAt) {
        return new Query(Instants.readMarketTime(AS_OF, asOf), Instants.read(RECORDED_AT, recordedAt));
    }

    /// Reads the options of a command; null counts as absent.
    ///
    /// @throws MacroEdgeException with `invalid-instant`, naming the option
    public static Query ofOptions(@Nullable String asOf, @Nullable String recordedAt) {
        return new Query(Instants.readMarketTime("--as-of", asOf), Instants.read("--recorded-at", recordedAt));
    }

    /// This query, if it can be answered.
    ///
    /// @param store gives the latest record time; asked only where the clock is earlier
    /// @throws MacroEdgeException with `as-of-in-future` or `invalid-instant` where a time is in the
    /// future
    public Query checked(Clock clock, RecordClock store) {
        Instant now = clock.instant();
        if (asOf != null) {
            Instants.checkAsOf(asOf, now);
        }
        if (recordedAt != null && recordedAt.isAfter(now)) {
            Instants.checkRecordedAt(recordedAt, now, store.latest());
        }
        return this;
    }

    /// Whether nothing that is recorded from now on can change the answer: both times are given, and the store has
    /// passed the record time.
    ///
    /// @param store asked only where both are given
    public boolean isFixed(RecordClock store) {
        return asOf != null && recordedAt != null && !recordedAt.isAfter(store.latest());
    }

    /// The same query for a weight set.
    public WeightedQuery with(String weightSet) {
        return new WeightedQuery(asOf, recordedAt, weightSet);
    }
}
