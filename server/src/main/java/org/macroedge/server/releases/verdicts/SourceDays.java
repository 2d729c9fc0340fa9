package org.macroedge.server.releases.verdicts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.ReleaseVerdict;
import org.macroedge.server.releases.StatedVerdict;

/// Calls off the releases that only a list of days has due, where a later list no longer has the day. Each statement is
/// a batch like that of a person, whose author is the source. What a person stated about a release stands.
public final class SourceDays {

    private final Verdicts verdicts;
    private final ReleaseReader releases;

    SourceDays(Verdicts verdicts, ReleaseReader releases) {
        this.verdicts = verdicts;
        this.releases = releases;
    }

    /// States what follows from an answer of a source, where that was not stated yet.
    ///
    /// @param seenAt when the answer was there; what was due by then is left alone
    public void state(String source, List<ListedDays> listed, Instant seenAt) {
        for (ListedDays days : listed) {
            KnownReleases known = releases.asKnown(null, days.indicator().id().value());
            known.planned().stream()
                    .filter(release -> isOwn(release, source) && due(release).isAfter(seenAt))
                    .forEach(release -> state(known, release, source, days, seenAt));
        }
    }

    private void state(KnownReleases known, PlannedRelease release, String source, ListedDays days, Instant seenAt) {
        LocalDate day = days.indicator().localDate(due(release));
        Optional<ReleaseVerdict> stated = known.verdict(release.releaseId());
        String seen = "its answer of " + seenAt;
        if (stated.isEmpty() && days.lacks(day)) {
            verdicts.stateOf(source, release.releaseId(), StatedVerdict.CANCEL, seen + " does not list " + day);
        } else if (stated.isPresent() && days.has(day)) {
            verdicts.stateOf(source, release.releaseId(), StatedVerdict.REOPEN, seen + " lists " + day);
        }
    }

    private static boolean isOwn(PlannedRelease release, String source) {
        return release.releasedAt() == null
                && release.schedules().stream()
                        .allMatch(schedule -> schedule.source().equals(source));
    }

    private static Instant due(PlannedRelease release) {
        return release.schedules().getFirst().scheduledAt();
    }
}
