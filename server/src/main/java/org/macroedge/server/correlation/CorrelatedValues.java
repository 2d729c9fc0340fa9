package org.macroedge.server.correlation;

import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.indices.IndexAnswers;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.indices.view.IndexHistoryPoint;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.surprises.HistoryGrid;
import org.macroedge.server.surprises.Surprises;

/// What is correlated, by id, each value by the end of its row in epoch seconds. A row without a value is
/// missing.
final class CorrelatedValues {

    private CorrelatedValues() {}

    /// Changes of each instrument's Z.
    static Map<String, Map<Long, Double>> biases(BiasAnswers answers, CorrelationRows rows) {
        List<Instant> closes = rows.closes();
        double[][] totals = answers.totals(closes, WeightedQuery.DEFAULT);
        Map<String, Map<Long, Double>> values = new LinkedHashMap<>();
        for (int index = 0; index < totals.length; index++) {
            Map<Instant, Double> levels = new HashMap<>();
            for (int row = 0; row < closes.size(); row++) {
                levels.put(closes.get(row), totals[index][row]);
            }
            values.put(
                    answers.surprises()
                            .catalogue()
                            .instruments()
                            .get(index)
                            .id()
                            .value(),
                    rows.changes(levels::get));
        }
        return values;
    }

    /// Changes of each index.
    ///
    /// @param asOf of the answer
    static Map<String, Map<Long, Double>> indices(IndexAnswers answers, CorrelationRows rows, Instant asOf) {
        List<Instant> closes = rows.closes();
        Map<String, Map<Long, Double>> values = new LinkedHashMap<>();
        if (closes.isEmpty()) {
            return values;
        }
        for (IndexHistory history :
                answers.histories(null, asOf, closes.getFirst(), closes.getLast(), HistoryGrid.CLOSE)) {
            Map<Instant, Double> levels = new HashMap<>();
            for (IndexHistoryPoint point : history.points()) {
                levels.put(point.asOf(), point.z() == null ? Double.NaN : point.z());
            }
            values.put(history.index(), rows.changes(close -> levels.getOrDefault(close, Double.NaN)));
        }
        return values;
    }

    /// The mean z of the releases of a row, of each indicator that is asked for.
    static Map<String, Map<Long, Double>> surprises(
            Surprises surprises, CorrelationRows rows, List<Indicator> indicators) {
        Map<String, Map<Long, Double>> values = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            Map<Long, DoubleSummaryStatistics> means = new HashMap<>();
            for (StandardisedSurprise surprise : surprises.of(indicator.id())) {
                Long row = rows.rowOf(surprise.release().releasedAt());
                Double z = surprise.z();
                if (row != null && z != null) {
                    means.computeIfAbsent(row, end -> new DoubleSummaryStatistics())
                            .accept(z);
                }
            }
            Map<Long, Double> series = new HashMap<>();
            means.forEach((row, mean) -> series.put(row, mean.getAverage()));
            values.put(indicator.id().value(), series);
        }
        return values;
    }
}
