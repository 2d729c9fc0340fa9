package org.macroedge.server.releases.verdicts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.releases.ReleaseVerdict;
import org.macroedge.server.releases.StatedVerdict;

/// Calls off the releases that only a list of days has due, where the list drops the day, or where another source has
/// the figure of that week, month or quarter on another day. Each statement is a batch like that of a person, whose
/// author is the source. What a person called off stays so; decision 0039 names what does not hold yet.
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
                    .forEach(release -> state(new Listed(known, release, source, days, seenAt)));
        }
    }

    /// A release that only the list has due.
    private record Listed(KnownReleases known, PlannedRelease release, String source, ListedDays days, Instant seenAt) {

        LocalDate day() {
            return days.indicator().localDate(due(release));
        }

        /// The day on which another source has the figure of the same week, month or quarter. One on which it should
        /// have come, and did not, says nothing.
        Optional<LocalDate> ofOthers() {
            LocalDate period = period(day());
            Stream<Instant> due = known.planned().stream()
                    .filter(other -> !isOwn(other, source))
                    .map(SourceDays::due)
                    .filter(instant -> instant.isAfter(seenAt));
            return Stream.concat(due, known.releases().stream().map(ObservedRelease::releasedAt))
                    .map(days.indicator()::localDate)
                    .filter(other -> period(other).equals(period))
                    .findFirst();
        }

        private LocalDate period(LocalDate day) {
            return days.indicator().frequency().firstDay(day);
        }
    }

    private void state(Listed listed) {
        ReleaseId release = listed.release().releaseId();
        Optional<ReleaseVerdict> stated = listed.known().verdict(release);
        Optional<LocalDate> ofOthers = listed.ofOthers();
        boolean isDue = listed.days().has().test(listed.day()) && ofOthers.isEmpty();
        String seen = "its answer of " + listed.seenAt();
        if (stated.isEmpty() && !isDue) {
            String reason = ofOthers.map(other -> "another source has it on " + other)
                    .orElse(seen + " does not list " + listed.day());
            verdicts.state(release.value(), StatedVerdict.CANCEL, reason, listed.source());
        } else if (isDue
                && stated.filter(verdict -> isOwn(verdict, listed.source())).isPresent()) {
            verdicts.state(release.value(), StatedVerdict.REOPEN, seen + " lists " + listed.day(), listed.source());
        }
    }

    private static boolean isOwn(PlannedRelease release, String source) {
        return release.releasedAt() == null
                && release.schedules().stream()
                        .allMatch(schedule -> schedule.source().equals(source));
    }

    private static boolean isOwn(ReleaseVerdict verdict, String source) {
        return verdict.stated() == StatedVerdict.CANCEL && verdict.author().equals(source);
    }

    private static Instant due(PlannedRelease release) {
        return release.schedules().getFirst().scheduledAt();
    }
}
