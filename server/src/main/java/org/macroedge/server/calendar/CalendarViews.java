package org.macroedge.server.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.Schedule;

/// Maps releases and schedules to the shapes of the answers.
final class CalendarViews {

    private static final String RELEASED = "released";
    private static final String SCHEDULED = "scheduled";
    private static final String DELAYED = "delayed";
    private static final String CANCELLED = "cancelled";
    private static final String EXPECTED = "expected";

    private CalendarViews() {}

    static CalendarItem released(Indicator indicator, StandardisedSurprise surprise) {
        ObservedRelease release = surprise.release();
        ObservedForecast forecast = surprise.forecast();
        return new CalendarItem(
                release.releaseId().value(),
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                indicator.category().code(),
                indicator.importance(),
                indicator.unit(),
                indicator.step(),
                RELEASED,
                release.releasedAt(),
                release.period(),
                release.actual(),
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                release.previous(),
                surprise.surprise(),
                surprise.z(),
                surprise.reason() == null ? null : surprise.reason().code(),
                surprise.marks().stream().sorted().map(Mark::code).toList());
    }

    /// A release with a schedule and no actual yet: delayed from the scheduled instant on, unless a person called
    /// it off.
    static CalendarItem planned(Indicator indicator, PlannedRelease release, Schedule schedule, Instant asOf) {
        return open(
                indicator,
                release.releaseId().value(),
                state(release, schedule, asOf),
                schedule.scheduledAt(),
                schedule.period(),
                release.forecastAt(asOf, schedule).orElse(null),
                release.isCancelled(asOf) ? List.of(Mark.CANCELLED.code()) : List.of());
    }

    private static String state(PlannedRelease release, Schedule schedule, Instant asOf) {
        if (release.isCancelled(asOf)) {
            return CANCELLED;
        }
        return schedule.scheduledAt().isAfter(asOf) ? SCHEDULED : DELAYED;
    }

    /// A release that nothing but the catalogue's cadence announces.
    static CalendarItem expected(Indicator indicator, Instant instant) {
        return open(indicator, null, EXPECTED, instant, null, null, List.of(Mark.EXPECTED.code()));
    }

    private static CalendarItem open(
            Indicator indicator,
            @Nullable String releaseId,
            String state,
            Instant instant,
            @Nullable LocalDate period,
            @Nullable ObservedForecast forecast,
            List<String> marks) {
        return new CalendarItem(
                releaseId,
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                indicator.category().code(),
                indicator.importance(),
                indicator.unit(),
                indicator.step(),
                state,
                instant,
                period,
                null,
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                null,
                null,
                null,
                null,
                marks);
    }
}
