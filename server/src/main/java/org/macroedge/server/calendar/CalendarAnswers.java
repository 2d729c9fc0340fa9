package org.macroedge.server.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// The releases and the scheduled releases of a period, as known at one instant.
public final class CalendarAnswers {

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final Comparator<CalendarItem> BY_TIME = Comparator.comparing(CalendarItem::releasedAt)
            .thenComparing(CalendarItem::indicator)
            .thenComparing(CalendarItem::releaseId);

    private final Catalogue catalogue;
    private final Surprises surprises;
    private final Clock clock;

    public CalendarAnswers(Surprises surprises, Clock clock) {
        this.catalogue = surprises.catalogue();
        this.surprises = surprises;
        this.clock = clock;
    }

    /// The calendar of a period, ascending by time.
    ///
    /// @param asOf null for now; a schedule is known from its capture, one without a capture never
    /// @param from null for seven days before asOf
    /// @param to null for seven days after asOf
    /// @param region null for all
    /// @param importance the least importance, 1 to 3
    /// @throws MacroEdgeException with `invalid-request` for another importance
    public CalendarAnswer between(
            @Nullable Instant asOf,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Region region,
            int importance) {
        AnswerInstant instant = surprises.instant(asOf, clock);
        CalendarSelection selection = new CalendarSelection(
                from == null ? instant.asOf().minus(BACK) : from,
                to == null ? instant.asOf().plus(AHEAD) : to,
                region,
                importance);
        List<CalendarItem> items = Stream.concat(
                        released(selection, instant.asOf()), scheduled(selection, instant.asOf()))
                .sorted(BY_TIME)
                .toList();
        return new CalendarAnswer(surprises.header(instant), selection.from(), selection.to(), items);
    }

    private Stream<CalendarItem> released(CalendarSelection selection, Instant asOf) {
        return catalogue.indicators().stream()
                .filter(selection::contains)
                .flatMap(indicator -> surprises.of(indicator.id()).stream()
                        .filter(surprise -> !surprise.release().releasedAt().isAfter(asOf))
                        .filter(surprise ->
                                selection.contains(surprise.release().releasedAt()))
                        .map(surprise -> CalendarViews.released(indicator, surprise)));
    }

    private Stream<CalendarItem> scheduled(CalendarSelection selection, Instant asOf) {
        return surprises.facts().schedules().stream()
                .filter(schedule -> isKnown(schedule, asOf))
                .filter(schedule -> selection.contains(schedule.scheduledAt()))
                .map(schedule -> catalogue
                        .indicator(schedule.indicator().value())
                        .filter(selection::contains)
                        .map(indicator -> CalendarViews.scheduled(indicator, schedule, asOf)))
                .flatMap(Optional::stream);
    }

    private static boolean isKnown(ScheduledRelease schedule, Instant asOf) {
        return schedule.capturedAt() != null && !schedule.capturedAt().isAfter(asOf);
    }
}
