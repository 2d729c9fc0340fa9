package org.macroedge.server.releases.verdicts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.NearestReleases;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.Schedule;

/// What a person's statement is about: the print that stands for a release, or while there is none, its schedule.
///
/// @param statement the number of the source's statement behind it
/// @param actual the figure; null for a schedule
/// @param instant when it was or is to be published
record JudgedRelease(ReleaseId id, long statement, @Nullable BigDecimal actual, Instant instant) {

    /// @throws MacroEdgeException with `unknown-release`, naming the three nearest
    static JudgedRelease of(KnownReleases known, String id, ReleaseReader releases) {
        return printed(known, id, releases)
                .or(() -> scheduled(known, id))
                .orElseThrow(() -> NearestReleases.unknown(id, known, releases));
    }

    private static Optional<JudgedRelease> printed(KnownReleases known, String id, ReleaseReader releases) {
        return known.releases().stream()
                .map(ObservedRelease::releaseId)
                .filter(release -> release.value().equals(id))
                .findFirst()
                .flatMap(releases::standingPrint)
                .map(JudgedRelease::of);
    }

    private static JudgedRelease of(Print print) {
        return new JudgedRelease(print.release(), print.statements().getLast(), print.actual(), print.knownAt());
    }

    private static Optional<JudgedRelease> scheduled(KnownReleases known, String id) {
        return known.planned().stream()
                .filter(release -> release.releaseId().value().equals(id))
                .findFirst()
                .map(release -> of(release.schedules().getFirst()));
    }

    private static JudgedRelease of(Schedule schedule) {
        return new JudgedRelease(schedule.release(), schedule.statement(), null, schedule.scheduledAt());
    }
}
