package org.macroedge.server.regime;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The quadrant of a region is another one than was recorded last.
///
/// @param before null at the first quadrant of a region
/// @param quadrant `undetermined` where an axis has no state any more
/// @param since the last day of the month since whose end the quadrant has held; null without prints
/// @param monthEnd the last day of the month at whose end the figures are; null without prints
/// @param asOf the instant of the answer that has the quadrant
/// @param recordedAt the record time of its facts
/// @param growth composite; null where there are too few data
/// @param inflation composite; null where there are too few data
/// @param held whether an axis keeps a state that its composite is not beyond the band for
/// @param stale whether the last release of all was more than ten days old, now or at the quadrant before
public record RegimeChanged(
        String region,
        @Nullable String before,
        String quadrant,
        @Nullable LocalDate since,
        @Nullable LocalDate monthEnd,
        Instant asOf,
        Instant recordedAt,
        @Nullable Double growth,
        @Nullable Double inflation,
        boolean held,
        boolean stale) {

    /// The type on the wire.
    public static final String TYPE = "regime_changed";

    /// The version of the shape.
    public static final int VERSION = 1;
}
