package org.macroedge.server.eventrisk.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// A release that matters for the instrument.
///
/// @param releaseId null for a release that no source has announced
/// @param state as in the calendar: `released`, `scheduled`, `expected`, or `due`, which may come at any moment
/// @param releasedAt when it was published, or when it is to be published
/// @param secondsAway from asOf to it; below 0 once it has passed
public record RiskRelease(
        @Nullable String releaseId,
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        int importance,
        @Codes(ReleaseState.class) String state,
        Instant releasedAt,
        long secondsAway) {}
