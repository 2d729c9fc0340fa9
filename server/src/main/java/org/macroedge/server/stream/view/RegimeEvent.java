package org.macroedge.server.stream.view;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// The quadrant of a region has changed.
///
/// @param version 1; a new key leaves it as it is
/// @param recordedAt the record time of the facts: the regimes as of `asOf` at this `recordedAt` have this quadrant
/// @param before null at the first quadrant of a region
/// @param since the last day of the month since whose end the quadrant has held; null without prints
/// @param monthEnd the last day of the month at whose end the figures are; null without prints
/// @param growth composite; null where there are too few data
/// @param inflation composite; null where there are too few data
/// @param held whether an axis keeps a state that its composite is not beyond the band for
/// @param stale whether the last release of all was more than ten days old, now or at the quadrant before
public record RegimeEvent(
        int version,
        Instant recordedAt,
        @Codes(Region.class) String region,
        @Codes(Quadrant.class) @Nullable String before,
        @Codes(Quadrant.class) String quadrant,
        @Nullable LocalDate since,
        @Nullable LocalDate monthEnd,
        Instant asOf,
        @Nullable Double growth,
        @Nullable Double inflation,
        boolean held,
        boolean stale) {}
