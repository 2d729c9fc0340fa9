package org.macroedge.server.releases.conflicts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.json.Codes;

/// A release of which sources say different things.
///
/// @param step the smallest difference that the publisher reports
/// @param kinds in what they differ
/// @param instant at which the release counts as known, or is due
/// @param scheduleTime whether that is the instant of a better source's schedule, because the winner's clock is off by
/// whole hours
/// @param winner the source that stands for the release
/// @param reason why
/// @param claims the winner's first, then by descending precedence
public record Conflict(
        String releaseId,
        String indicator,
        String name,
        String shortName,
        @Codes(Region.class) String region,
        String unit,
        BigDecimal step,
        @Codes(ConflictKind.class) List<String> kinds,
        Instant instant,
        boolean scheduleTime,
        String winner,
        @Codes(WinReason.class) String reason,
        List<Claim> claims) {}
