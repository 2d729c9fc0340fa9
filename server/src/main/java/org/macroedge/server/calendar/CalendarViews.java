package org.macroedge.server.calendar;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.calendar.view.CalendarItem;

/// Maps releases and schedules to the shapes of the answers.
final class CalendarViews {

    private CalendarViews() {}

    static CalendarItem released(Indicator indicator, StandardisedSurprise surprise) {
        ObservedForecast forecast = surprise.forecast();
        return item(
                indicator,
                surprise.release().releaseId().value(),
                "released",
                surprise.release().releasedAt(),
                surprise.release().actual(),
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                surprise);
    }

    static CalendarItem scheduled(Indicator indicator, ScheduledRelease schedule, Instant asOf) {
        String state = schedule.scheduledAt().isAfter(asOf) ? "scheduled" : "delayed";
        return item(
                indicator,
                schedule.releaseId().value(),
                state,
                schedule.scheduledAt(),
                null,
                schedule.forecast(),
                null,
                null);
    }

    private static CalendarItem item(
            Indicator indicator,
            String releaseId,
            String state,
            Instant releasedAt,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal forecast,
            @Nullable String forecastKind,
            @Nullable StandardisedSurprise surprise) {
        return new CalendarItem(
                releaseId,
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                indicator.category().code(),
                indicator.importance(),
                indicator.unit(),
                state,
                releasedAt,
                surprise == null ? null : surprise.release().period(),
                actual,
                forecast,
                forecastKind,
                surprise == null ? null : surprise.release().previous(),
                surprise == null ? null : surprise.surprise(),
                surprise == null ? null : surprise.z(),
                surprise == null
                        ? List.of()
                        : surprise.marks().stream().sorted().map(Mark::code).toList());
    }
}
