package org.macroedge.server.releases.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;

/// A release as a source reports it, whatever the source is: a row of a calendar file, an item of a connector or
/// of a push, a person's statement. All numbers are in the indicator's unit.
///
/// @param file the name of what the row stands in, for messages: a file, a request
/// @param line its line or number there, from 1
/// @param title the source's own name of the figure with its area, for messages and to tell two titles of one
/// indicator apart
/// @param source whose figures these are
/// @param instant when the release became known or is due, in whole seconds
/// @param localDate the stated date in the release zone where the catalogue's release time decides `instant`;
/// else null
/// @param dateOnly whether the source states a date and no clock time
/// @param period first day of the reference period that the source declares; null where it declares none
/// @param actual null for a release to come
/// @param forecasts any number, each with its kind and capture instant
/// @param scheduleCapturedAt when the source announced `instant` or it was read there, in microseconds; null
/// where the source does not say, as in a history
/// @param eventId the source's own id of the release; null where it has none
/// @param shifted whether `instant` is the source's clock time shifted by whole hours to the catalogue's
/// release time
/// @param scheduleTime whether `instant` is a scheduled one, which the source itself does not state
/// @param spillTarget where the row belongs if it was spilled over the turn of the year; null where it cannot
/// have been
public record ReportedRelease(
        String file,
        long line,
        String title,
        String source,
        Indicator indicator,
        Instant instant,
        @Nullable LocalDate localDate,
        boolean dateOnly,
        @Nullable LocalDate period,
        @Nullable BigDecimal actual,
        @Nullable BigDecimal previous,
        List<ReportedForecast> forecasts,
        @Nullable Instant scheduleCapturedAt,
        @Nullable String eventId,
        boolean shifted,
        boolean scheduleTime,
        @Nullable SpillTarget spillTarget) {

    public ReportedRelease {
        if (instant.getNano() != 0) {
            throw new IllegalArgumentException(
                    file + ":" + line + ": the instant " + instant + " is finer than a second");
        }
        forecasts = List.copyOf(forecasts);
        scheduleCapturedAt = scheduleCapturedAt == null ? null : scheduleCapturedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// A row at an instant that its source states.
    public ReportedRelease(
            String file,
            long line,
            String title,
            String source,
            Indicator indicator,
            Instant instant,
            @Nullable LocalDate localDate,
            boolean dateOnly,
            @Nullable LocalDate period,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal previous,
            List<ReportedForecast> forecasts,
            @Nullable Instant scheduleCapturedAt,
            @Nullable String eventId,
            boolean shifted,
            @Nullable SpillTarget spillTarget) {
        this(
                file,
                line,
                title,
                source,
                indicator,
                instant,
                localDate,
                dateOnly,
                period,
                actual,
                previous,
                forecasts,
                scheduleCapturedAt,
                eventId,
                shifted,
                false,
                spillTarget);
    }

    /// Whether the source says when it knew any part of the row.
    public boolean isCaptured() {
        return scheduleCapturedAt != null || forecasts.stream().anyMatch(forecast -> forecast.capturedAt() != null);
    }

    /// The latest instant at which the source knew any part of the row; empty where it says none.
    public Optional<Instant> capturedAt() {
        return Stream.concat(
                        Stream.ofNullable(scheduleCapturedAt),
                        forecasts.stream().map(ReportedForecast::capturedAt).filter(Objects::nonNull))
                .max(Comparator.naturalOrder());
    }

    /// The row under another indicator.
    public ReportedRelease under(Indicator other) {
        return with(other, instant, localDate, period, previous, forecasts, eventId, spillTarget);
    }

    /// The row at another instant.
    public ReportedRelease at(Instant other) {
        return with(indicator, other, localDate, period, previous, forecasts, eventId, spillTarget);
    }

    /// The row one year later, where it was spilled from.
    public ReportedRelease movedToSpillTarget() {
        SpillTarget target = Objects.requireNonNull(spillTarget, "a row that cannot have been spilled");
        return with(indicator, target.instant(), target.localDate(), period, previous, forecasts, eventId, null);
    }

    /// The row with the cells that rows of one release agree on.
    public ReportedRelease withCells(
            @Nullable LocalDate otherPeriod,
            @Nullable BigDecimal otherPrevious,
            List<ReportedForecast> otherForecasts,
            @Nullable String otherEventId) {
        return with(
                indicator, instant, localDate, otherPeriod, otherPrevious, otherForecasts, otherEventId, spillTarget);
    }

    private ReportedRelease with(
            Indicator otherIndicator,
            Instant otherInstant,
            @Nullable LocalDate otherLocalDate,
            @Nullable LocalDate otherPeriod,
            @Nullable BigDecimal otherPrevious,
            List<ReportedForecast> otherForecasts,
            @Nullable String otherEventId,
            @Nullable SpillTarget otherSpillTarget) {
        return new ReportedRelease(
                file,
                line,
                title,
                source,
                otherIndicator,
                otherInstant,
                otherLocalDate,
                dateOnly,
                otherPeriod,
                actual,
                otherPrevious,
                otherForecasts,
                scheduleCapturedAt,
                otherEventId,
                shifted,
                scheduleTime,
                otherSpillTarget);
    }
}
