package org.macroedge.server.sources.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.sources.SourceFault;

/// The figures of one series by period, each with the days on which it stood (decision 0028).
public final class RealTimeHistory {

    /// How many days later than usual a first figure may come. Shutdowns have delayed figures for 49 days; what is
    /// older when it first appears is a load of history.
    static final int LATEST = 100;

    private final NavigableMap<LocalDate, List<DatedFigure>> periods = new TreeMap<>();
    private final RealTimeWindow window;

    private RealTimeHistory(RealTimeWindow window) {
        this.window = window;
    }

    /// Figures that are equal on days that follow each other are one.
    ///
    /// @param window what was asked for
    /// @throws SourceFault where a period has two figures on one day
    public static RealTimeHistory of(List<DatedFigure> figures, RealTimeWindow window) {
        RealTimeHistory history = new RealTimeHistory(window);
        figures.stream().sorted(Comparator.comparing(DatedFigure::from)).forEach(history::add);
        return history;
    }

    private void add(DatedFigure figure) {
        List<DatedFigure> known = periods.computeIfAbsent(figure.period(), period -> new ArrayList<>());
        DatedFigure last = known.isEmpty() ? null : known.getLast();
        if (figure.to().isBefore(figure.from())
                || last != null && !figure.from().isAfter(last.to())) {
            throw SourceFault.notUnderstood("two figures of " + figure.period() + " stand on " + figure.from());
        }
        if (last != null
                && last.hasSameValue(figure)
                && figure.from().equals(last.to().plusDays(1))) {
            known.set(
                    known.size() - 1,
                    new DatedFigure(last.period(), last.value(), last.from(), figure.to(), last.since()));
        } else {
            known.add(figure);
        }
    }

    /// All figures, by period and day.
    public List<DatedFigure> figures() {
        return periods.values().stream().flatMap(List::stream).toList();
    }

    /// The first figures of the periods that were new when they appeared. A period is new if it follows all that
    /// had a figure before that day. What stood on the first day that was asked for, and what fills the past of a
    /// series, is the first print of nothing.
    ///
    /// @return ascending by day
    public List<DatedFigure> firstPrints(Indicator indicator) {
        List<DatedFigure> first = new ArrayList<>();
        periods.values()
                .forEach(figures -> figures.stream()
                        .filter(figure -> figure.value() != null)
                        .findFirst()
                        .ifPresent(first::add));
        first.sort(Comparator.comparing(DatedFigure::from).thenComparing(DatedFigure::period));
        List<DatedFigure> prints = new ArrayList<>();
        for (DatedFigure figure : first) {
            LocalDate newest = newestBefore(figure.from(), first);
            if (newest != null && figure.period().isAfter(newest) && isTimely(figure, indicator)) {
                prints.add(figure);
            }
        }
        return prints;
    }

    private static @Nullable LocalDate newestBefore(LocalDate day, List<DatedFigure> first) {
        return first.stream()
                .filter(figure -> figure.from().isBefore(day))
                .map(DatedFigure::period)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean isTimely(DatedFigure figure, Indicator indicator) {
        LocalDate end = indicator.frequency().before(figure.period(), -1).minusDays(1);
        int lag = indicator.lag() == null ? 0 : Math.max(0, indicator.lag());
        return figure.from().isAfter(window.knownFrom()) && !figure.from().isAfter(end.plusDays(lag + LATEST));
    }

    /// Whether all that a print is made of, and the figure before it, lies within what was asked for. Otherwise the
    /// same print would have another previous figure once more, or less, is asked for.
    boolean reaches(Series series, LocalDate period) {
        Frequency frequency = series.indicator().frequency();
        int back = series.transform().periodsBack(frequency) + 1;
        return !frequency.before(period, back).isBefore(window.observationsFrom());
    }

    /// What the series made of the figures that stood on a day.
    ///
    /// @return empty where a figure that it needs did not stand, or has no percent change
    public Optional<BigDecimal> result(Series series, LocalDate period, LocalDate day) {
        return SeriesHistory.result(series, period, needed -> figure(needed, day));
    }

    private Optional<BigDecimal> figure(LocalDate period, LocalDate day) {
        return periods.getOrDefault(period, List.of()).stream()
                .filter(figure -> figure.covers(day))
                .findFirst()
                .map(DatedFigure::value);
    }
}
