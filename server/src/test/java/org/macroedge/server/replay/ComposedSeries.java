package org.macroedge.server.replay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.catalogue.series.SeriesTransform;
import org.macroedge.server.releases.intake.ReportedRelease;

/// A publisher's series whose figures are composed: they give the actual and the previous figure of a recorded
/// release, and the newest of them is there from its instant on. A series without a release in the week does not
/// change, and a policy rate ends before it: what was decided in it shows later.
///
/// @param release null where the week has none
/// @param period of the newest figure
public record ComposedSeries(Series series, @Nullable ReportedRelease release, LocalDate period) {

    private static final int PERIODS = 14;
    private static final int SCALE = 6;
    private static final BigDecimal BASE = new BigDecimal("100000");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @param releases of the week
    public static ComposedSeries of(Series series, List<ReportedRelease> releases, LocalDate start) {
        Indicator indicator = series.indicator();
        if (series.isPolicyRate()) {
            return new ComposedSeries(series, null, start);
        }
        ReportedRelease release = releases.stream()
                .filter(row -> row.indicator().id().equals(indicator.id()))
                .findFirst()
                .orElse(null);
        LocalDate day = release == null
                ? before(start.withDayOfMonth(1), 1, Frequency.QUARTERLY)
                : indicator.localDate(release.instant());
        LocalDate period = indicator.inferredPeriod(day).orElseThrow(() -> new AssertionError(indicator.id()));
        return new ComposedSeries(series, release, period);
    }

    static LocalDate before(LocalDate period, int periods, Frequency frequency) {
        return switch (frequency) {
            case WEEKLY -> period.minusWeeks(periods);
            case MONTHLY -> period.minusMonths(periods);
            case QUARTERLY -> period.minusMonths(3L * periods);
            case IRREGULAR -> period.minusDays(periods);
        };
    }

    Frequency frequency() {
        return series.indicator().frequency();
    }

    /// The figures that are there at an instant, by the first day of their period, in the publisher's unit.
    NavigableMap<LocalDate, BigDecimal> figures(Instant now) {
        NavigableMap<LocalDate, BigDecimal> figures = new TreeMap<>();
        BigDecimal newest = newest();
        BigDecimal previous = level(release == null ? null : release.previous(), BASE);
        for (int back = PERIODS; back > 0; back--) {
            figures.put(before(period, back, frequency()), back == 1 ? previous : base());
        }
        if (release == null || !now.isBefore(release.instant())) {
            figures.put(period, newest);
        }
        return figures;
    }

    private BigDecimal base() {
        return release == null || series.transform() != SeriesTransform.NONE ? BASE : level(release.previous(), BASE);
    }

    private BigDecimal newest() {
        return release == null
                ? BASE
                : level(Objects.requireNonNull(release.actual()), level(release.previous(), BASE));
    }

    /// The figure that gives a result over the one before it.
    private BigDecimal level(@Nullable BigDecimal result, BigDecimal before) {
        if (result == null) {
            return before;
        }
        return switch (series.transform()) {
            case NONE -> result.divide(series.scale(), MathContext.DECIMAL64);
            case CHANGE -> before.add(result.divide(series.scale(), MathContext.DECIMAL64));
            case MOM, QOQ ->
                before.multiply(BigDecimal.ONE.add(result.divide(HUNDRED, MathContext.DECIMAL64)))
                        .setScale(SCALE, RoundingMode.HALF_UP);
            case ANNUALISED, YOY ->
                throw new AssertionError(
                        "the week has a release of " + series.indicator().id());
        };
    }
}
