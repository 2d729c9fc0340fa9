package org.macroedge.engine.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Area;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

/// The eight indicators of `golden/indices.py` and their releases.
final class IndexFixture {

    static final List<Indicator> INDICATORS = List.of(
            indicator("us-claims", Region.US, Category.LABOUR, Frequency.WEEKLY, 1, Stage.FIRST, "claims"),
            indicator("us-core-cpi", Region.US, Category.INFLATION, Frequency.MONTHLY, 3, Stage.FIRST, "cpi"),
            indicator("us-cpi", Region.US, Category.INFLATION, Frequency.MONTHLY, 3, Stage.FIRST, "cpi"),
            indicator("us-gdp", Region.US, Category.GROWTH, Frequency.QUARTERLY, 3, Stage.SECOND, "gdp"),
            indicator("us-budget", Region.US, Category.FISCAL, Frequency.MONTHLY, 1, Stage.FIRST, "budget"),
            indicator("ea-hicp", Region.EA, Category.INFLATION, Frequency.MONTHLY, 3, Stage.FIRST, "hicp"),
            indicator("de-ifo", Region.DE, Category.SURVEYS, Frequency.MONTHLY, 2, Stage.FIRST, "ifo"),
            indicator("de-cpi", Region.DE, Category.INFLATION, Frequency.MONTHLY, 2, Stage.FIRST, "cpi"));

    private IndexFixture() {}

    private static Indicator indicator(
            String id,
            Region region,
            Category category,
            Frequency frequency,
            int importance,
            Stage stage,
            String group) {
        Indicator plain = Samples.indicator(id, region, category);
        return Cases.indicator(plain, "percent", frequency, null, importance, stage, group, null, null);
    }

    /// An instant a number of days after the first release.
    static Instant day(double day) {
        return Samples.START.plusSeconds((long) (day * Samples.DAY));
    }

    static Map<IndicatorId, List<StandardisedSurprise>> surprises() {
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();
        add(surprises, "us-claims", 0, 1.5, 7, -2, 14, 0.5);
        add(surprises, "us-core-cpi", 10, 3);
        add(surprises, "us-cpi", 10, -1.2);
        add(surprises, "us-gdp", 20, 5);
        add(surprises, "us-budget", 2, 0.7);
        add(surprises, "ea-hicp", 5, -0.8, 35, 2.2);
        add(surprises, "de-ifo", 21, 1.1);
        return surprises;
    }

    private static void add(
            Map<IndicatorId, List<StandardisedSurprise>> surprises, String indicator, double... daysAndZ) {
        IndicatorId id = new IndicatorId(indicator);
        List<StandardisedSurprise> own = new ArrayList<>();
        for (int index = 0; index < daysAndZ.length; index += 2) {
            own.add(Cases.surprise(id, 0, day(daysAndZ[index]), null, false, daysAndZ[index + 1]));
        }
        surprises.put(id, own);
    }

    /// An index of areas joined by `+`.
    static SurpriseIndex index(SignalMode mode, String areas, IndexSide side) {
        Set<Area> codes =
                Arrays.stream(areas.split("\\+", -1)).map(Area::ofCode).collect(Collectors.toSet());
        return new SurpriseIndex(
                areas + "-" + side.code() + "-" + mode,
                areas,
                List.of(),
                codes,
                side.categories(),
                Samples.weights(mode));
    }
}
