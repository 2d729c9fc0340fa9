package org.macroedge.server.platform.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A [Query] whose answer depends on the weights.
///
/// @param asOf as in [Query]
/// @param recordedAt as in [Query]
/// @param weightSet the id of a weight set of the catalogue
public record WeightedQuery(
        @Nullable Instant asOf, @Nullable Instant recordedAt, String weightSet) {

    /// The name of the parameter for the weight set.
    public static final String WEIGHT_SET = "weightSet";

    /// The weight set of a query that names none.
    public static final String DEFAULT = "default";
}
