package org.macroedge.server.exports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an export was made of.
///
/// @param name of the export
/// @param asOf the market time of the newest row; null where everything stored is exported
/// @param recordedAt what was stored later is left out; null where nothing is
/// @param run a hash of everything that the rows were computed from; null where there is none
/// @param weightSet null for rows without weights
/// @param weightsPrior whether directions of the weight set depend on the regime of a region;
/// null as above
/// @param stale whether the newest release is older than ten days though the export is for now; null for rows that
/// are no answers about releases
/// @param sample whether every figure comes from the sample; null as in `stale`
record ExportOrigin(
        String name,
        @Nullable Instant asOf,
        @Nullable Instant recordedAt,
        @Nullable String run,
        @Nullable String weightSet,
        @Nullable Boolean weightsPrior,
        @Nullable Boolean stale,
        @Nullable Boolean sample) {

    /// Of rows that depend on no weights.
    static ExportOrigin of(
            String name,
            @Nullable Instant asOf,
            @Nullable Instant recordedAt,
            @Nullable Boolean stale,
            @Nullable Boolean sample) {
        return new ExportOrigin(name, asOf, recordedAt, null, null, null, stale, sample);
    }
}
