package org.macroedge.server.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.completeness.Standing;
import org.macroedge.engine.completeness.StateReason;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.engine.surprise.OwnPrintForecast;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.Schedule;

/// Maps releases and schedules to the shapes of the answers.
final class CalendarViews {

    private CalendarViews() {}

    static CalendarItem released(Indicator indicator, StandardisedSurprise surprise) {
        ObservedRelease release = surprise.release();
        ObservedForecast forecast = surprise.forecast();
        Standing standing = standing(surprise);
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
                standing.state().code(),
                code(standing.reason()),
                release.releasedAt(),
                release.period(),
                release.actual(),
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                release.previous(),
                surprise.surprise(),
                surprise.z(),
                surprise.reason() == null ? null : surprise.reason().code(),
                Mark.codes(surprise.marks()));
    }

    /// A figure that stands, or that a verdict took back.
    private static Standing standing(StandardisedSurprise surprise) {
        StandardisedSurprise.Reason reason = surprise.reason();
        if (reason == StandardisedSurprise.Reason.CANCELLED) {
            return Standing.CANCELLED;
        }
        return reason == StandardisedSurprise.Reason.WITHDRAWN ? Standing.WITHDRAWN : Standing.RELEASED;
    }

    private static @Nullable String code(@Nullable StateReason reason) {
        return reason == null ? null : reason.code();
    }

    /// A release without a figure.
    ///
    /// @param own what its indicator's own prints say of it; empty where it is not the next one
    static CalendarItem open(OpenRelease open, Instant asOf, Optional<ObservedForecast> own) {
        PlannedRelease release = open.release();
        Schedule schedule = open.schedule();
        Optional<ObservedForecast> captured =
                release == null || schedule == null ? Optional.empty() : release.forecastAt(asOf, schedule);
        Optional<ObservedForecast> standing = ForecastLadder.standing(captured, own);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (open.standing().equals(Standing.CANCELLED)) {
            marks.add(Mark.CANCELLED);
        }
        if (release == null || schedule == null) {
            marks.add(Mark.EXPECTED);
        }
        if (own.isPresent() && standing.equals(own)) {
            marks.add(OwnPrintForecast.markOf(own.get()));
        }
        return open(
                open,
                release == null ? null : release.releaseId().value(),
                schedule == null ? null : schedule.period(),
                standing.orElse(null),
                Mark.codes(marks));
    }

    private static CalendarItem open(
            OpenRelease open,
            @Nullable String releaseId,
            @Nullable LocalDate period,
            @Nullable ObservedForecast forecast,
            List<String> marks) {
        Indicator indicator = open.indicator();
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
                open.standing().state().code(),
                code(open.standing().reason()),
                open.dueAt(),
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
