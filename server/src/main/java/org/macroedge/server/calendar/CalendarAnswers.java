package org.macroedge.server.calendar;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.calendar.view.CalendarItem;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.surprises.AnswerInstant;
import org.macroedge.server.surprises.Surprises;

/// What was released in a span and what was scheduled in it, as known at one instant.
public final class CalendarAnswers {

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int MOST_IMPORTANT = 3;
    private static final Comparator<CalendarItem> BY_TIME = Comparator.comparing(CalendarItem::releasedAt)
            .thenComparing(CalendarItem::indicator)
            .thenComparing(CalendarItem::releaseId);

    private final Catalogue catalogue;
    private final Surprises surprises;
    private final Clock clock;

    public CalendarAnswers(Catalogue catalogue, Surprises surprises, Clock clock) {
        this.catalogue = catalogue;
        this.surprises = surprises;
        this.clock = clock;
    }

    /// The calendar of a span, ascending.
    ///
    /// @param asOf null for now; a schedule counts from its capture on, an imported one never
    /// @param from null for seven days before asOf
    /// @param to null for seven days after asOf
    /// @param region a code; null for all
    /// @param importance the least importance, 1 to 3
    /// @throws MacroEdgeException with `invalid-request` for a region or an importance that there is not
    public CalendarAnswer between(
            @Nullable Instant asOf,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String region,
            int importance) {
        check(region, importance);
        AnswerInstant instant = surprises.instant(asOf, clock);
        Instant start = from == null ? instant.asOf().minus(BACK) : from;
        Instant end = to == null ? instant.asOf().plus(AHEAD) : to;
        List<CalendarItem> items = new ArrayList<>();
        for (Indicator indicator : catalogue.indicators()) {
            if (indicator.importance() >= importance
                    && (region == null
                            || region.equalsIgnoreCase(indicator.region().code()))) {
                surprises.of(indicator.id()).stream()
                        .filter(one -> !one.release().releasedAt().isAfter(instant.asOf()))
                        .filter(one -> inside(one.release().releasedAt(), start, end))
                        .forEach(one -> items.add(released(indicator, one)));
            }
        }
        surprises.facts().schedules().stream()
                .filter(one -> one.capturedAt() != null && !one.capturedAt().isAfter(instant.asOf()))
                .filter(one -> inside(one.scheduledAt(), start, end))
                .forEach(one -> catalogue
                        .indicator(one.indicator().value())
                        .filter(indicator -> indicator.importance() >= importance)
                        .filter(indicator -> region == null
                                || region.equalsIgnoreCase(indicator.region().code()))
                        .ifPresent(indicator -> items.add(scheduled(indicator, one, instant.asOf()))));
        items.sort(BY_TIME);
        return new CalendarAnswer(
                instant.asOf(), instant.stale(), surprises.facts().sampleOnly(), start, end, items);
    }

    private static void check(@Nullable String region, int importance) {
        List<String> regions = Arrays.stream(Region.values()).map(Region::code).toList();
        if (region != null && regions.stream().noneMatch(region::equalsIgnoreCase)) {
            throw InvalidValue.of("region", region, regions);
        }
        if (importance < 1 || importance > MOST_IMPORTANT) {
            throw InvalidValue.of("importance", importance, List.of("1", "2", "3"));
        }
    }

    private static boolean inside(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    private static CalendarItem released(Indicator indicator, StandardisedSurprise one) {
        ObservedForecast forecast = one.forecast();
        return item(
                indicator,
                one.release().releaseId().value(),
                "released",
                one.release().releasedAt(),
                one.release().actual(),
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                one);
    }

    private static CalendarItem scheduled(Indicator indicator, ScheduledRelease one, Instant asOf) {
        String state = one.scheduledAt().isAfter(asOf) ? "scheduled" : "delayed";
        return item(indicator, one.releaseId().value(), state, one.scheduledAt(), null, one.forecast(), null, null);
    }

    private static CalendarItem item(
            Indicator indicator,
            String releaseId,
            String state,
            Instant at,
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
                at,
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
