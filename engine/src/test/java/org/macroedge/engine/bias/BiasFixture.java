package org.macroedge.engine.bias;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;

/// Five indicators with random releases, one of which ends, for three instruments, one without weights.
final class BiasFixture {

    static final List<Indicator> INDICATORS = List.of(
            Samples.indicator("us-gdp", Region.US, Category.GROWTH),
            Samples.indicator("us-cpi", Region.US, Category.INFLATION),
            Samples.indicator("de-ifo", Region.DE, Category.GROWTH),
            Samples.indicator("es-cpi", Region.ES, Category.INFLATION),
            Samples.indicator(
                    "us-ended", Region.US, Category.GROWTH, Frequency.WEEKLY, LocalDate.of(2019, 6, 30), null));

    private BiasFixture() {}

    static Map<IndicatorId, List<ObservedRelease>> random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>();
        for (Indicator indicator : INDICATORS) {
            releases.put(indicator.id(), Samples.monthly(indicator.id().value(), 100, random.split()));
        }
        return releases;
    }

    static BiasModel model(Map<IndicatorId, List<ObservedRelease>> releases) {
        return model(releases, Map.of());
    }

    static BiasModel model(
            Map<IndicatorId, List<ObservedRelease>> releases, Map<IndicatorId, List<ScheduledRelease>> schedules) {
        return model(SignalMode.LATEST, releases, schedules);
    }

    static BiasModel model(
            SignalMode mode,
            Map<IndicatorId, List<ObservedRelease>> releases,
            Map<IndicatorId, List<ScheduledRelease>> schedules) {
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();
        SurpriseCalculator calculator = new SurpriseCalculator();
        for (Indicator indicator : INDICATORS) {
            surprises.put(
                    indicator.id(), calculator.calculate(indicator, releases.getOrDefault(indicator.id(), List.of())));
        }
        return new BiasModel(
                INDICATORS,
                List.of(Samples.SPX, Samples.EURUSD, Samples.WTI),
                Samples.weights(mode),
                surprises,
                schedules);
    }

    static Instant day(double day) {
        return Samples.START.plusSeconds((long) (day * Samples.DAY));
    }
}
