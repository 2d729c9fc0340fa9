package org.macroedge.server.sources.view;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How one official series of a source stands.
///
/// @param indicator whose actuals it gives
/// @param key the publisher's name of the series
/// @param page where the publisher describes it
/// @param period the first day of the newest period whose figure is there; null where none is
/// @param knownAt when that figure was seen, or where the source dates its vintages, when it was published; null where
/// none is there
/// @param answeredAt when the request for the series was last answered; null where it never was
/// @param fault the code of the fault of its last answer; null where that was used
/// @param faultText the fault in words
/// @param faultedAt when it was
public record SeriesItem(
        String source,
        String indicator,
        String key,
        String page,
        @Nullable LocalDate period,
        @Nullable Instant knownAt,
        @Nullable Instant answeredAt,
        @Nullable String fault,
        @Nullable String faultText,
        @Nullable Instant faultedAt) {}
