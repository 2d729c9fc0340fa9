package org.macroedge.server.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.completeness.ReleaseState;
import org.macroedge.engine.completeness.Standing;
import org.macroedge.engine.completeness.StateReason;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.calendar.view.CompletenessAnswer;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.MappedList;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// The releases of a period, as known at one instant: those published by then, those scheduled by then, and
/// where no source had scheduled any of an indicator, those that the catalogue's cadence makes expected.
public final class CalendarAnswers {

    /// The greatest importance.
    public static final int MOST_IMPORTANT = 3;

    /// An item of the answer before it is made.
    private record Entry(Instant releasedAt, IndicatorId indicator, Supplier<CalendarItem> item) {}

    /// Items of one indicator and instant keep the order of their content.
    private static final Comparator<Entry> BY_TIME =
            Comparator.comparing(Entry::releasedAt).thenComparing(Entry::indicator);

    private static final Duration FEED = Duration.ofDays(31);
    private static final Standing EXPECTED = new Standing(ReleaseState.EXPECTED, StateReason.CADENCE);

    private final Surprises surprises;
    private final KnownReleases facts;
    private final ExpectedReleases cadence;
    private final Clock clock;

    public CalendarAnswers(Surprises surprises, Clock clock) {
        this.surprises = surprises;
        this.facts = surprises.facts();
        this.cadence = new ExpectedReleases(surprises);
        this.clock = clock;
    }

    /// The calendar of a period, ascending by time.
    ///
    /// @param asOf null for now
    /// @param from null for seven days before asOf, or before an earlier end
    /// @param to null for seven days after asOf, or after a later start
    /// @param region null for all
    /// @param importance the least importance, 1 to 3
    /// @throws MacroEdgeException with `invalid-request` for another importance, with `invalid-instant` where
    /// the period ends before it starts
    public CalendarAnswer between(
            @Nullable Instant asOf,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Region region,
            int importance) {
        AnswerInstant instant = instant(asOf);
        return of(instant, CalendarSelection.around(instant.asOf(), from, to, region, importance));
    }

    /// As [#between], by default to 31 days after asOf where no start is given either.
    CalendarAnswer feed(
            @Nullable Instant asOf,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Region region,
            int importance) {
        AnswerInstant instant = instant(asOf);
        Instant end = from == null && to == null ? instant.asOf().plus(FEED) : to;
        return of(instant, CalendarSelection.around(instant.asOf(), from, end, region, importance));
    }

    /// The calendar from seven days before an instant to seven days after it, of every region and importance.
    public CalendarAnswer around(AnswerInstant instant) {
        return of(instant, CalendarSelection.around(instant.asOf(), null, null, null, 1));
    }

    private CalendarAnswer of(AnswerInstant instant, CalendarSelection selection) {
        List<OpenRelease> open = OpenReleases.at(surprises, instant.asOf(), selection::contains);
        List<Indicator> unscheduled = cadence.unscheduled(selection::contains, open, instant.asOf());
        List<OpenRelease> expected = expected(unscheduled, open, selection, instant.asOf());
        NextForecasts own = new NextForecasts(
                surprises, Stream.of(open, expected).flatMap(List::stream).toList(), instant.asOf());
        List<Entry> entries = Stream.of(
                        released(selection, instant.asOf()),
                        open(selection, open, own, instant.asOf()),
                        open(selection, expected, own, instant.asOf()))
                .flatMap(stream -> stream)
                .sorted(BY_TIME)
                .toList();
        return new CalendarAnswer(
                surprises.header(instant),
                selection.from(),
                selection.to(),
                unscheduled.size(),
                new Completeness(surprises, selection, instant.asOf(), open).summary(),
                new MappedList<>(entries, entry -> entry.item().get()));
    }

    /// What was to be published in the last 100 days and has no figure that stands.
    ///
    /// @param asOf null for now
    /// @param region null for all
    /// @param importance the least importance, 1 to 3
    /// @throws MacroEdgeException with `invalid-request` for another importance
    public CompletenessAnswer completeness(@Nullable Instant asOf, @Nullable Region region, int importance) {
        AnswerInstant instant = instant(asOf);
        Instant from = instant.asOf().minus(Completeness.SPAN).plusSeconds(1);
        CalendarSelection selection = new CalendarSelection(from, instant.asOf(), region, importance);
        Completeness completeness = new Completeness(
                surprises, selection, instant.asOf(), OpenReleases.at(surprises, instant.asOf(), selection::contains));
        NextForecasts own = new NextForecasts(surprises, completeness.past(), instant.asOf());
        List<CalendarItem> items = Stream.concat(
                        released(selection, instant.asOf()), open(selection, completeness.past(), own, instant.asOf()))
                .sorted(BY_TIME)
                .map(entry -> entry.item().get())
                .filter(item -> !item.state().equals(ReleaseState.RELEASED.code()))
                .toList();
        return new CompletenessAnswer(surprises.header(instant), completeness.summary(), items);
    }

    /// The instant of an answer. If none was requested, a captured schedule counts as news like a release, and
    /// so does a cancellation: what a source announced a minute ago is in the answer.
    ///
    /// @param asOf null for now
    public AnswerInstant instant(@Nullable Instant asOf) {
        Instant now = clock.instant();
        AnswerInstant instant = surprises.instant(asOf, clock);
        Optional<Instant> captured =
                facts.announcements().filter(capture -> !capture.isAfter(now)).max(Comparator.naturalOrder());
        return asOf != null || captured.isEmpty() || captured.get().isBefore(instant.asOf())
                ? instant
                : AnswerInstant.now(now, captured.get());
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

    private static Stream<Entry> open(
            CalendarSelection selection, List<OpenRelease> open, NextForecasts own, Instant asOf) {
        return open.stream()
                .filter(release -> selection.contains(release.dueAt()))
                .map(release -> new Entry(
                        release.dueAt(),
                        release.indicator().id(),
                        () -> CalendarViews.open(release, asOf, own.of(release))));
    }

    private List<OpenRelease> expected(
            List<Indicator> unscheduled, List<OpenRelease> open, CalendarSelection selection, Instant asOf) {
        return cadence.between(unscheduled, open, asOf, selection.to())
                .map(release -> new OpenRelease(release.indicator(), null, null, release.expectedAt(), EXPECTED))
                .toList();
    }
}
