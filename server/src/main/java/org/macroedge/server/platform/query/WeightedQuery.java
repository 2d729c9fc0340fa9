package org.macroedge.server.platform.query;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A [Query] whose answer depends on the weights.
///
/// @param asOf as in [Query]
/// @param recordedAt as in [Query]
/// @param weightSet the id of a weight set of the catalogue, in upper or lower case when it is given
public record WeightedQuery(
        @Nullable Instant asOf, @Nullable Instant recordedAt, String weightSet) {

    /// The name of the parameter for the weight set.
    public static final String WEIGHT_SET = "weightSet";

    /// The weight set of a query that names none.
    public static final String DEFAULT = "default";

    public WeightedQuery {
        weightSet = weightSetId(weightSet);
    }

    /// The id of a weight set as the catalogue has it.
    ///
    /// @param text as a user writes it
    public static String weightSetId(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
