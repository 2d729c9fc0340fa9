package org.macroedge.engine.bias;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;

/// A cell of the heat map: Σ w·z·2^(−age/h) / S over its indicators with w = importance · stage / √n, and S over the
/// same set. Summed in ascending indicator id.
final class HeatMap {

    private HeatMap() {}

    /// The cells of every region and category that has an indicator in force, in the order of the vocabulary.
    ///
    /// @param series ascending by indicator id
    /// @param shares 1/√n of each indicator's group in force, 0 for one that is not
    static List<HeatCell> at(List<SignalSeries> series, double[] shares, WeightSet weights, long second) {
        Map<Region, Map<Category, Sum>> sums = new EnumMap<>(Region.class);
        for (int at = 0; at < shares.length; at++) {
            if (shares[at] > 0) {
                Indicator indicator = series.get(at).indicator();
                sums.computeIfAbsent(indicator.region(), region -> new EnumMap<>(Category.class))
                        .computeIfAbsent(indicator.category(), category -> new Sum())
                        .add(series.get(at), weights, shares[at], second);
            }
        }
        List<HeatCell> cells = new ArrayList<>();
        sums.forEach((region, categories) ->
                categories.forEach((category, sum) -> cells.add(sum.cell(region, category, weights))));
        return cells;
    }

    private static final class Sum {
        private final AnalyticScale scale = new AnalyticScale();
        private double weighted;
        private int live;
        private int indicators;
        private boolean active;

        void add(SignalSeries one, WeightSet weights, double share, long second) {
            indicators++;
            if (one.activeFrom() > second) {
                return;
            }
            active = true;
            Indicator indicator = one.indicator();
            double weight = weights.importance()[indicator.importance() - 1]
                    * weights.stages().getOrDefault(indicator.stage(), 1.0)
                    * share;
            scale.add(
                    indicator,
                    weight,
                    AnalyticScale.signalVariance(weights.mode(), one.halfLife().days(), indicator.periodDays()));
            SignalSeries.Live signal = one.live(second);
            if (signal.any()) {
                live++;
                weighted += weight * signal.sum();
            }
        }

        HeatCell cell(Region region, Category category, WeightSet weights) {
            if (live > 0) {
                double z = weighted / scale.scale(weights.correlations());
                return new HeatCell(region, category, z, live, indicators, null);
            }
            InstrumentBias.Reason reason =
                    active ? InstrumentBias.Reason.NO_LIVE_SIGNAL : InstrumentBias.Reason.NO_HISTORY;
            return new HeatCell(region, category, null, 0, indicators, reason);
        }
    }
}
