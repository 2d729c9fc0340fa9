package org.macroedge.server.releases.conflicts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one source says of a release, in the unit of its indicator.
///
/// @param stands whether the release takes its value from it
/// @param precedence of the source, higher is better; 0 for one that the catalogue does not list
/// @param actual null for a schedule
/// @param period as the source declared it; null where it declared none
/// @param instant when it was published, or is to be, as the source says
/// @param dateOnly whether the source stated no clock time
/// @param capturedAt when a schedule was captured; null for an actual, and where the source does not say it
/// @param title as its file writes it
/// @param file null where an earlier version stored the row without its place
/// @param line of the file; null like the file
/// @param batch the import that brought the row first
/// @param recordedAt when that was
public record Claim(
        boolean stands,
        String source,
        int precedence,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal previous,
        @Nullable LocalDate period,
        Instant instant,
        boolean dateOnly,
        @Nullable Instant capturedAt,
        String title,
        @Nullable String file,
        @Nullable Long line,
        long batch,
        Instant recordedAt) {}
