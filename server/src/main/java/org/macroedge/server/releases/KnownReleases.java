package org.macroedge.server.releases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.ReleaseOrder;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.Catalogue;

/// All facts in force at one record time.
///
/// @param releases with a print, ascending by release instant, then indicator, then content
/// @param planned the releases with a schedule, those that were published since included
/// @param bareDates the dates that sources state without a clock time, in the release zone, by the id of the release
/// @param verdicts what people last stated, by the id of the release: about the print that stands for it, or
/// while there is none, about its schedule; without what was taken back
/// @param catalogue in force then
/// @param recordedAt the record time; that of the latest change where none was requested
/// @param sampleOnly whether every release is the sample's; false where there is none
public record KnownReleases(
        Catalogue catalogue,
        List<ObservedRelease> releases,
        List<PlannedRelease> planned,
        Map<ReleaseId, LocalDate> bareDates,
        Map<ReleaseId, ReleaseVerdict> verdicts,
        Instant recordedAt,
        boolean sampleOnly) {

    private static final Comparator<ScheduledRelease> SCHEDULED = Comparator.comparing(ScheduledRelease::scheduledAt)
            .thenComparing(ScheduledRelease::indicator)
            .thenComparing(ScheduledRelease::capturedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ScheduledRelease::source);

    public KnownReleases {
        releases = List.copyOf(releases);
        planned = List.copyOf(planned);
        bareDates = Map.copyOf(bareDates);
        verdicts = Map.copyOf(verdicts);
    }

    /// These facts with those of some indicators replaced.
    ///
    /// @param later what is known of these indicators at a later record time, and of no others
    KnownReleases replacing(Set<IndicatorId> indicators, KnownReleases later) {
        return new KnownReleases(
                later.catalogue,
                ReleaseOrder.sorted(
                        joined(releases, later.releases, release -> !indicators.contains(release.indicator())),
                        release -> release),
                joined(planned, later.planned, release -> !indicators.contains(release.indicator())).stream()
                        .sorted(ReleaseAssembler.PLANNED)
                        .toList(),
                joined(bareDates, later.bareDates, indicators),
                joined(verdicts, later.verdicts, indicators),
                later.recordedAt,
                later.sampleOnly);
    }

    private static <T> List<T> joined(List<T> before, List<T> later, Predicate<T> stays) {
        return Stream.concat(before.stream().filter(stays), later.stream()).toList();
    }

    private static <T> Map<ReleaseId, T> joined(
            Map<ReleaseId, T> before, Map<ReleaseId, T> later, Set<IndicatorId> indicators) {
        Map<ReleaseId, T> joined = new HashMap<>(before);
        joined.keySet().removeIf(release -> indicators.contains(release.indicator()));
        joined.putAll(later);
        return joined;
    }

    /// Every capture of every schedule, ascending by scheduled instant, then indicator.
    public List<ScheduledRelease> schedules() {
        return planned.stream()
                .flatMap(release -> release.captures().stream())
                .sorted(SCHEDULED)
                .toList();
    }

    /// When sources announced releases and people called them off, in whole seconds, in no order.
    public Stream<Instant> announcements() {
        return planned.stream()
                .flatMap(release -> Stream.concat(
                        release.schedules().stream().map(Schedule::capturedAt).flatMap(Stream::ofNullable),
                        release.cancelled().values().stream()))
                .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
    }

    /// What a person last stated about a release, unless it was taken back.
    public Optional<ReleaseVerdict> verdict(ReleaseId release) {
        return Optional.ofNullable(verdicts.get(release));
    }

    /// The date that the source of a release states where it states no clock time, in the release zone.
    public Optional<LocalDate> statedDate(ObservedRelease release) {
        return release.marks().contains(Mark.SCHEDULE_TIME)
                ? Optional.empty()
                : Optional.ofNullable(bareDates.get(release.releaseId()));
    }
}
