package org.macroedge.server.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.completeness.Announcement;
import org.macroedge.engine.completeness.Publisher;
import org.macroedge.engine.completeness.Standing;
import org.macroedge.engine.completeness.StateReason;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.surprises.Surprises;

/// The releases without a figure at an instant, as known then: those that a source announced, and for an
/// indicator of which no source announced the next one, the one that its cadence made due.
final class OpenReleases {

    private final Surprises surprises;
    private final ExpectedReleases cadence;
    private final Instant asOf;

    private OpenReleases(Surprises surprises, Instant asOf) {
        this.surprises = surprises;
        this.cadence = new ExpectedReleases(surprises);
        this.asOf = asOf;
    }

    /// @param chosen the indicators in question
    static List<OpenRelease> at(Surprises surprises, Instant asOf, Predicate<Indicator> chosen) {
        OpenReleases releases = new OpenReleases(surprises, asOf);
        Map<IndicatorId, List<PlannedRelease>> planned = new HashMap<>();
        surprises.facts().planned().stream()
                .filter(release -> !release.isReleased(asOf))
                .forEach(release -> planned.computeIfAbsent(release.indicator(), id -> new ArrayList<>())
                        .add(release));
        return surprises.catalogue().indicators().stream()
                .filter(chosen)
                .flatMap(indicator -> releases.of(indicator, planned.getOrDefault(indicator.id(), List.of())))
                .toList();
    }

    private Stream<OpenRelease> of(Indicator indicator, List<PlannedRelease> planned) {
        List<StandardisedSurprise> published = cadence.published(indicator, asOf);
        long last = published.isEmpty()
                ? Publisher.NONE
                : published.getLast().release().releasedAt().getEpochSecond();
        List<ScheduledRelease> captures =
                planned.stream().flatMap(release -> release.captures().stream()).toList();
        Publisher publisher = Publisher.of(indicator, captured(captures), last, asOf.getEpochSecond());
        List<OpenRelease> announced = planned.stream()
                .flatMap(release ->
                        release
                                .scheduleAt(asOf)
                                .map(schedule -> announced(publisher, release, schedule, published))
                                .stream())
                .toList();
        boolean isNextAnnounced = announced.stream()
                .anyMatch(open -> !open.isCancelled() && open.dueAt().getEpochSecond() > last);
        return isNextAnnounced || published.isEmpty() || !ExpectedReleases.isInForce(indicator, asOf)
                ? announced.stream()
                : Stream.concat(announced.stream(), overdue(publisher, published, announced));
    }

    private static List<ScheduledRelease> captured(List<ScheduledRelease> schedules) {
        return schedules.stream()
                .filter(schedule -> schedule.capturedAt() != null)
                .toList();
    }

    private OpenRelease announced(
            Publisher publisher, PlannedRelease release, Schedule schedule, List<StandardisedSurprise> published) {
        Standing standing = release.isCancelled(asOf)
                ? Standing.CANCELLED
                : publisher.standing(
                        schedule.scheduledAt().getEpochSecond(),
                        schedule.capturedAt() == null ? Announcement.HISTORY : Announcement.CAPTURED);
        boolean moved = standing.reason() == StateReason.OVERTAKEN
                && isPublished(period(publisher.indicator(), schedule), published);
        return new OpenRelease(
                publisher.indicator(), release, schedule, schedule.scheduledAt(), moved ? Standing.MOVED : standing);
    }

    /// As the source declares it, else by the lag.
    private static Optional<LocalDate> period(Indicator indicator, Schedule schedule) {
        return Optional.ofNullable(schedule.period())
                .or(() -> indicator.inferredPeriod(indicator.localDate(schedule.scheduledAt())));
    }

    /// Whether a release that declares this period is known.
    private static boolean isPublished(Optional<LocalDate> period, List<StandardisedSurprise> published) {
        return period.isPresent()
                && published.stream()
                        .anyMatch(surprise ->
                                period.get().equals(surprise.release().declaredPeriod()));
    }

    /// The next release by the cadence, where its instant has passed.
    private Stream<OpenRelease> overdue(
            Publisher publisher, List<StandardisedSurprise> published, List<OpenRelease> announced) {
        Instant last = published.getLast().release().releasedAt();
        long predicted = cadence.after(publisher.indicator(), published, last, last.plus(ReleaseCadence.AHEAD)).stream()
                .filter(instant -> !ExpectedReleases.isCalledOff(publisher.indicator(), instant, announced))
                .mapToLong(Instant::getEpochSecond)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        Instant dueAt = Instant.ofEpochSecond(publisher.nextDueAt(predicted));
        return dueAt.isAfter(asOf)
                ? Stream.empty()
                : Stream.of(new OpenRelease(
                        publisher.indicator(),
                        null,
                        null,
                        dueAt,
                        publisher.standing(dueAt.getEpochSecond(), Announcement.CADENCE)));
    }
}
