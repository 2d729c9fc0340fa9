package org.macroedge.server.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.macroedge.server.releases.verdicts.PeriodFigures;
import org.macroedge.server.sources.series.Observation;
import org.macroedge.server.sources.series.SeenActual;
import org.macroedge.server.sources.series.SeriesHistory;

/// Which of the figures that became actuals an answer still gives.
///
/// A figure is gone only where the answer has an earlier and a later period of the series and none of its own:
/// an answer that ends before a period can be an old copy, and one that begins after it was asked for less. It
/// is given again where the series has the figure that it had at first; another one is a revision.
final class GivenFigures {

    private GivenFigures() {}

    static PeriodFigures of(
            List<SeenActual> actuals,
            Map<String, List<Observation>> observations,
            Map<String, SeriesHistory> histories) {
        List<PeriodFigures.Period> given = new ArrayList<>();
        List<PeriodFigures.Period> gone = new ArrayList<>();
        for (SeenActual actual : actuals) {
            NavigableSet<LocalDate> periods = observations.getOrDefault(actual.key(), List.of()).stream()
                    .map(Observation::period)
                    .collect(Collectors.toCollection(TreeSet::new));
            PeriodFigures.Period period = new PeriodFigures.Period(actual.indicator(), actual.period());
            SeriesHistory history = histories.get(actual.key());
            if (periods.contains(actual.period())) {
                if (history != null && history.isUnchanged(actual.period())) {
                    given.add(period);
                }
            } else if (periods.lower(actual.period()) != null && periods.higher(actual.period()) != null) {
                gone.add(period);
            }
        }
        return new PeriodFigures(given, gone);
    }
}
