package org.macroedge.server.sources.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.series.Series;

/// The figures of one series by period, each with the looks that first had it.
public final class SeriesHistory {

    private final NavigableMap<LocalDate, List<Vintage>> periods = new TreeMap<>();
    private final @Nullable Instant lastLook;

    /// @param vintages of one series, in any order
    /// @param lastLook null where nobody looked before
    public SeriesHistory(List<Vintage> vintages, @Nullable Instant lastLook) {
        this.lastLook = lastLook;
        vintages.stream().sorted(Comparator.comparing(Vintage::seenAt)).forEach(this::add);
    }

    private void add(Vintage vintage) {
        periods.computeIfAbsent(vintage.period(), period -> new ArrayList<>()).add(vintage);
    }

    /// Adds what a look found.
    ///
    /// @param observations of this series
    /// @return what is new of it: periods that appeared, and figures that changed
    public List<Vintage> look(List<Observation> observations, Instant seenAt) {
        LocalDate oldest = periods.isEmpty() ? LocalDate.MAX : periods.firstKey();
        List<Vintage> fresh = new ArrayList<>();
        for (Observation observation : observations) {
            List<Vintage> known = periods.getOrDefault(observation.period(), List.of());
            if (known.isEmpty() || known.getLast().value().compareTo(observation.value()) != 0) {
                // a period before all that are known is there because more was asked for
                boolean appeared = !observation.period().isBefore(oldest);
                fresh.add(new Vintage(
                        observation.key(),
                        observation.period(),
                        observation.value(),
                        seenAt,
                        appeared ? lastLook : null));
            }
        }
        fresh.forEach(this::add);
        return fresh;
    }

    /// Whether a vintage is the first figure of its period.
    public boolean isFirst(Vintage vintage) {
        return periods.getOrDefault(vintage.period(), List.of()).stream()
                .findFirst()
                .filter(vintage::equals)
                .isPresent();
    }

    /// Whether the last figure of a period is its first one.
    public boolean isUnchanged(LocalDate period) {
        List<Vintage> vintages = periods.getOrDefault(period, List.of());
        return !vintages.isEmpty()
                && vintages.getFirst().value().compareTo(vintages.getLast().value()) == 0;
    }

    /// What the series made of the figures that had been seen at an instant.
    ///
    /// @return empty where a figure that it needs had not been seen, or has no percent change
    public Optional<BigDecimal> result(Series series, LocalDate period, Instant seenAt) {
        return result(series, period, needed -> figure(needed, seenAt));
    }

    /// What a series makes of figures.
    ///
    /// @param figures by the first day of their period
    /// @return empty where a figure that it needs is missing, or has no percent change
    static Optional<BigDecimal> result(
            Series series, LocalDate period, Function<LocalDate, Optional<BigDecimal>> figures) {
        Frequency frequency = series.indicator().frequency();
        int back = series.transform().periodsBack(frequency);
        return figures.apply(period)
                .flatMap(figure -> figures.apply(frequency.before(period, back))
                        .flatMap(earlier -> series.result(figure, earlier)));
    }

    /// The last period before a day that has a figure; null where none has.
    @Nullable
    LocalDate lastBefore(LocalDate day) {
        return periods.lowerKey(day);
    }

    private Optional<BigDecimal> figure(LocalDate period, Instant seenAt) {
        return periods.getOrDefault(period, List.of()).stream()
                .filter(vintage -> !vintage.seenAt().isAfter(seenAt))
                .reduce((first, second) -> second)
                .map(Vintage::value);
    }
}
