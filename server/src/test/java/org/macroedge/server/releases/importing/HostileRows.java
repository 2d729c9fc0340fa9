package org.macroedge.server.releases.importing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ForecastSpread;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.SpillTarget;

/// Rows about a few months of a few indicators that contradict each other in every way that calendars do: clocks
/// that are off, bare dates, copies with other cells, other figures, missing actuals, wrong periods, event ids,
/// captures, early Januaries, spreads, and schedules and forecasts of releases to come.
final class HostileRows {

    private static final List<String> INDICATORS = List.of(
            "us-nonfarm-payrolls",
            "us-cpi-mom",
            "us-fed-funds-rate",
            "us-unemployment-claims",
            "de-flash-manufacturing-pmi",
            "de-final-manufacturing-pmi",
            "ch-libor-target",
            "ch-kof-economic-barometer");
    /// The last of these lies around the time at which batches are read.
    private static final List<LocalDate> STARTS =
            List.of(LocalDate.parse("2013-11-05"), LocalDate.parse("2018-10-05"), LocalDate.parse("2025-09-05"));
    private static final List<Duration> OFF = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofHours(-3),
            Duration.ofHours(24),
            Duration.ofHours(36),
            Duration.ofHours(-36),
            Duration.ofHours(37),
            Duration.ofDays(3),
            Duration.ofDays(-9));

    private final SplittableRandom random;
    private final List<Indicator> indicators;
    private final LocalDate start;
    private Instant now;

    /// @param now actuals of later instants do not exist
    HostileRows(SplittableRandom random, Instant now) {
        this.random = random;
        this.now = now;
        this.indicators = INDICATORS.stream()
                .map(id -> LawStore.CATALOGUE.indicator(id).orElseThrow())
                .toList();
        this.start = pick(STARTS);
    }

    /// Goes on to a later time.
    void moveTo(Instant later) {
        now = later;
    }

    /// Some rows of a source, in one file.
    List<ReportedRelease> of(String source, int count) {
        List<ReportedRelease> rows = new ArrayList<>();
        while (rows.size() < count) {
            ReportedRelease row = row(source, rows.size() + 1);
            rows.add(row);
            if (random.nextInt(4) == 0) {
                rows.add(varied(row, rows.size() + 1));
            }
        }
        return rows;
    }

    /// The same rows in several files.
    static List<ReportedRelease> split(List<ReportedRelease> rows, int files) {
        List<ReportedRelease> split = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            split.add(moved(rows.get(index), "part-" + index * files / rows.size() + ".csv", 1 + index / files));
        }
        return split;
    }

    private static ReportedRelease moved(ReportedRelease row, String file, int line) {
        return new ReportedRelease(
                file,
                line,
                row.title(),
                row.source(),
                row.indicator(),
                row.instant(),
                row.localDate(),
                row.dateOnly(),
                row.period(),
                row.actual(),
                row.previous(),
                row.forecasts(),
                row.scheduleCapturedAt(),
                row.eventId(),
                row.shifted(),
                row.spillTarget());
    }

    /// The same rows in another order, on the same lines.
    static List<ReportedRelease> shuffled(List<ReportedRelease> rows, SplittableRandom random) {
        List<ReportedRelease> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, Random.from(random));
        return shuffled;
    }

    private ReportedRelease row(String source, int line) {
        Indicator indicator = indicators.get(random.nextInt(indicators.size()));
        int month = random.nextInt(8);
        LocalDate date = start.plusMonths(month).plusDays(random.nextInt(6) == 0 ? -2 : 0);
        boolean bare = random.nextInt(5) == 0;
        Instant instant = bare
                ? indicator.knownAt(date)
                : date.atTime(LocalTime.of(13, 30)).toInstant(ZoneOffset.UTC).plus(pick(OFF));
        return new ReportedRelease(
                source + ".csv",
                line,
                random.nextInt(6) == 0 ? "US other" : "US title",
                source,
                indicator,
                instant,
                bare ? date : null,
                bare,
                random.nextInt(5) == 0
                        ? start.plusMonths(month - 1 - random.nextInt(2)).withDayOfMonth(1)
                        : null,
                random.nextInt(5) == 0 || instant.isAfter(now) ? null : figure(month),
                random.nextInt(6) == 0 ? null : figure(month - 1),
                forecasts(instant),
                random.nextInt(8) == 0 ? captured(instant, 9) : null,
                random.nextInt(6) == 0 ? "e" + month : null,
                random.nextInt(8) == 0,
                spill(instant, bare ? date : null));
    }

    /// Some days before an instant, and never in the future.
    private Instant captured(Instant instant, int days) {
        Instant captured = instant.minus(random.nextInt(days), ChronoUnit.DAYS);
        return captured.isAfter(now) ? now : captured;
    }

    private @Nullable SpillTarget spill(Instant instant, @Nullable LocalDate date) {
        LocalDate day = instant.atZone(ZoneOffset.UTC).toLocalDate();
        Instant later = instant.atZone(ZoneOffset.UTC).plusYears(1).toInstant();
        return day.getMonthValue() != 1 || day.getDayOfMonth() > 10 || later.isAfter(now)
                ? null
                : new SpillTarget(later, date == null ? null : date.plusYears(1));
    }

    private List<ReportedForecast> forecasts(Instant instant) {
        List<ReportedForecast> forecasts = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            Instant captured = random.nextInt(5) == 0 ? captured(instant, 5) : null;
            ForecastKind kind = random.nextInt(4) == 0 ? ForecastKind.VENDOR : ForecastKind.SURVEY;
            BigDecimal value = figure(random.nextInt(8));
            forecasts.add(new ReportedForecast(kind, value, captured, spread(value)));
        }
        return forecasts;
    }

    /// None, a whole one, or a part of one.
    private ForecastSpread spread(BigDecimal value) {
        return random.nextInt(3) > 0
                ? ForecastSpread.NONE
                : new ForecastSpread(
                        random.nextInt(3) == 0 ? null : value.subtract(BigDecimal.valueOf(random.nextInt(2), 1)),
                        random.nextInt(3) == 0 ? null : value.add(BigDecimal.valueOf(random.nextInt(2), 1)),
                        random.nextInt(3) == 0 ? null : 2 + random.nextInt(2));
    }

    /// The figure of a month, or a neighbour of it.
    private BigDecimal figure(int month) {
        int noise = random.nextInt(5) == 0 ? random.nextInt(3) - 1 : 0;
        BigDecimal figure = BigDecimal.valueOf(10L * month * (month % 2 == 0 ? 1 : -1) + noise + 20, 1);
        return random.nextInt(5) == 0 ? figure.setScale(3) : figure;
    }

    /// A row like another, with a cell or two changed.
    private ReportedRelease varied(ReportedRelease row, int line) {
        Instant instant = row.localDate() == null ? row.instant().plus(pick(OFF)) : row.instant();
        return new ReportedRelease(
                row.file(),
                line,
                row.title(),
                row.source(),
                row.indicator(),
                instant,
                row.localDate(),
                row.dateOnly(),
                random.nextInt(4) == 0 ? start.withDayOfMonth(1) : row.period(),
                instant.isAfter(now) ? null : random.nextInt(4) == 0 ? figure(random.nextInt(8)) : row.actual(),
                random.nextInt(4) == 0 ? null : row.previous(),
                random.nextInt(2) == 0 ? forecasts(row.instant()) : row.forecasts(),
                row.scheduleCapturedAt(),
                row.eventId(),
                row.shifted(),
                null);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
