package org.macroedge.engine.bias;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.weight.AnalyticScale;

/// Reads the heat map from a walk at one instant. A cell is Σ w·z·2^(−age/h) / S over its indicators with w =
/// importance · stage / √n, and S over the same set, summed in ascending indicator id.
final class HeatMap {

    private HeatMap() {}

    /// The cells of every region and category that has an indicator in force, in the order of the vocabulary.
    ///
    /// @param inputs ascending by indicator id
    /// @param shares 1/√n of each indicator's group in force, 0 for one that is not
    static List<HeatCell> read(SignalWalk walk, List<IndicatorInput> inputs, double[] shares, WeightSet weights) {
        Map<Region, Map<Category, Sum>> sums = new EnumMap<>(Region.class);
        for (int index = 0; index < shares.length; index++) {
            if (shares[index] > 0) {
                Indicator indicator = inputs.get(index).indicator();
                sums.computeIfAbsent(indicator.region(), region -> new EnumMap<>(Category.class))
                        .computeIfAbsent(indicator.category(), category -> new Sum())
                        .add(walk, index, inputs.get(index), weights.unexposedWeight(indicator) * shares[index]);
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

        void add(SignalWalk walk, int index, IndicatorInput input, double weight) {
            indicators++;
            SignalSeries series = input.signals();
            long second = walk.block().second(0);
            if (series.activeFrom() > second) {
                return;
            }
            active = true;
            Indicator indicator = input.indicator();
            scale.add(
                    indicator,
                    weight,
                    AnalyticScale.signalVariance(
                            series.mode(), series.halfLife().days(), indicator.periodDays(second)));
            int inForce = walk.inForce(index);
            if (series.firstLive(inForce, second) <= inForce) {
                live++;
                weighted += weight * walk.now()[index];
            }
        }

        HeatCell cell(Region region, Category category, WeightSet weights) {
            if (live > 0) {
                double z = weighted / scale.scale(weights.correlations());
                return new HeatCell(region, category, z, live, indicators, null);
            }
            NoValue reason = active ? NoValue.NO_LIVE_SIGNAL : NoValue.NO_HISTORY;
            return new HeatCell(region, category, null, 0, indicators, reason);
        }
    }
}
