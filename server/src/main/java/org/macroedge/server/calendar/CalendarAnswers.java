package org.macroedge.server.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.MappedList;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// The releases of a period, as known at one instant: those published by then, those scheduled by then, and where no
/// source had scheduled any of an indicator, those that the catalogue's cadence makes expected.
public final class CalendarAnswers {

    /// An item of the answer before it is made.
    private record Entry(Instant releasedAt, IndicatorId indicator, Supplier<CalendarItem> item) {}

    /// Items of one indicator and instant keep the order of their content.
    private static final Comparator<Entry> BY_TIME =
            Comparator.comparing(Entry::releasedAt).thenComparing(Entry::indicator);

    private final Surprises surprises;
    private final KnownReleases facts;
    private final Clock clock;

    public CalendarAnswers(Surprises surprises, Clock clock) {
        this.surprises = surprises;
        this.facts = surprises.facts();
        this.clock = clock;
    }

    /// The calendar of a period, ascending by time.
    ///
    /// @param asOf null for now
    /// @param from null for seven days before asOf, or before an earlier end
    /// @param to null for seven days after asOf, or after a later start
    /// @param region null for all
    /// @param importance the least importance, 1 to 3
    /// @throws MacroEdgeException with `invalid-request` for another importance, with `invalid-instant` where the
    /// period ends before it starts
    public CalendarAnswer between(
            @Nullable Instant asOf,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Region region,
            int importance) {
        AnswerInstant instant = instant(asOf);
        CalendarSelection selection = CalendarSelection.around(instant.asOf(), from, to, region, importance);
        List<Indicator> unscheduled = unscheduled(selection, instant.asOf());
        List<Entry> entries = Stream.of(
                        released(selection, instant.asOf()),
                        planned(selection, instant.asOf()),
                        expected(unscheduled, selection, instant.asOf()))
                .flatMap(stream -> stream)
                .sorted(BY_TIME)
                .toList();
        return new CalendarAnswer(
                surprises.header(instant),
                selection.from(),
                selection.to(),
                unscheduled.size(),
                new MappedList<>(entries, entry -> entry.item().get()));
    }

    /// The instant of an answer. If none was requested, a captured schedule counts as news like a release, and so
    /// does a cancellation: what a source announced a minute ago is in the answer.
    private AnswerInstant instant(@Nullable Instant asOf) {
        Instant now = clock.instant();
        AnswerInstant instant = surprises.instant(asOf, clock);
        Optional<Instant> captured = facts.planned().stream()
                .flatMap(CalendarAnswers::announcements)
                .map(capture -> capture.truncatedTo(ChronoUnit.SECONDS))
                .filter(capture -> !capture.isAfter(now))
                .max(Comparator.naturalOrder());
        return asOf != null || captured.isEmpty() || captured.get().isBefore(instant.asOf())
                ? instant
                : AnswerInstant.now(now, captured.get());
    }

    private static Stream<Instant> announcements(PlannedRelease release) {
        return Stream.concat(
                release.schedules().stream().map(Schedule::capturedAt).flatMap(Stream::ofNullable),
                release.cancelled().values().stream());
    }

    private Stream<Entry> released(CalendarSelection selection, Instant asOf) {
        return facts.catalogue().indicators().stream()
                .filter(selection::contains)
                .flatMap(indicator -> surprises.of(indicator.id()).stream()
                        .filter(surprise -> !surprise.release().releasedAt().isAfter(asOf))
                        .filter(surprise ->
                                selection.contains(surprise.release().releasedAt()))
                        .map(surprise -> new Entry(
                                surprise.release().releasedAt(),
                                indicator.id(),
                                () -> CalendarViews.released(indicator, surprise))));
    }

    private Stream<Entry> planned(CalendarSelection selection, Instant asOf) {
        return facts.planned().stream()
                .filter(release -> !release.isReleased(asOf))
                .flatMap(release -> release
                        .scheduleAt(asOf)
                        .filter(schedule -> selection.contains(schedule.scheduledAt()))
                        .flatMap(schedule -> indicator(release)
                                .filter(selection::contains)
                                .map(indicator -> new Entry(
                                        schedule.scheduledAt(),
                                        indicator.id(),
                                        () -> CalendarViews.planned(indicator, release, schedule, asOf))))
                        .stream());
    }

    private Optional<Indicator> indicator(PlannedRelease release) {
        return facts.catalogue().indicator(release.indicator().value());
    }

    /// The indicators of which no release after `asOf` was scheduled by then.
    private List<Indicator> unscheduled(CalendarSelection selection, Instant asOf) {
        Set<IndicatorId> scheduled = facts.planned().stream()
                .filter(release -> !release.isReleased(asOf))
                .filter(release -> release.scheduleAt(asOf)
                        .filter(schedule -> schedule.scheduledAt().isAfter(asOf))
                        .isPresent())
                .map(PlannedRelease::indicator)
                .collect(Collectors.toSet());
        return facts.catalogue().indicators().stream()
                .filter(selection::contains)
                .filter(indicator -> isInForce(indicator, asOf))
                .filter(indicator -> !scheduled.contains(indicator.id()))
                .toList();
    }

    private static boolean isInForce(Indicator indicator, Instant asOf) {
        long second = asOf.getEpochSecond();
        return indicator.validFromSecond() <= second && second < indicator.validToSecond();
    }

    private Stream<Entry> expected(List<Indicator> unscheduled, CalendarSelection selection, Instant asOf) {
        return unscheduled.stream()
                .flatMap(indicator -> expected(indicator, asOf, selection.to())
                        .filter(selection::contains)
                        .map(instant ->
                                new Entry(instant, indicator.id(), () -> CalendarViews.expected(indicator, instant))));
    }

    private Stream<Instant> expected(Indicator indicator, Instant asOf, Instant until) {
        List<ObservedRelease> known = surprises.of(indicator.id()).stream()
                .map(StandardisedSurprise::release)
                .takeWhile(release -> !release.releasedAt().isAfter(asOf))
                .toList();
        if (known.isEmpty()) {
            return Stream.empty();
        }
        List<LocalDate> recent =
                known.subList(Math.max(0, known.size() - ReleaseCadence.REMEMBERED), known.size()).stream()
                        .map(release -> date(indicator, release))
                        .toList();
        return ReleaseCadence.after(indicator, recent, known.getLast().period(), asOf, until).stream();
    }

    private LocalDate date(Indicator indicator, ObservedRelease release) {
        return facts.statedDate(release).orElseGet(() -> indicator.localDate(release.releasedAt()));
    }
}
