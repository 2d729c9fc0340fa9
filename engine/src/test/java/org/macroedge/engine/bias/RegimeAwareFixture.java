package org.macroedge.engine.bias;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.scenario.KnownInputs;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.ReleaseId;

/// Two regions whose figures swing slowly, so that each comes into every quadrant, and a weight
/// set whose directions depend on it. In a slowdown it gives equities no weight at all, so that
/// SPX, which is exposed to one region alone, has no scale then.
final class RegimeAwareFixture {

    static final List<Indicator> INDICATORS = List.of(
            Samples.indicator("de-cpi", Region.DE, Category.INFLATION),
            Samples.indicator("de-ifo", Region.DE, Category.GROWTH),
            Samples.indicator("us-cpi", Region.US, Category.INFLATION),
            Samples.indicator("us-gdp", Region.US, Category.GROWTH),
            Samples.indicator("us-orders", Region.US, Category.GROWTH));
    static final List<Instrument> INSTRUMENTS = List.of(Samples.SPX, Samples.EURUSD, Samples.WTI);

    private static final int MONTHS = 150;
    private static final int TENTH = 10;

    private RegimeAwareFixture() {}

    static WeightSet weights(SignalMode mode) {
        WeightSet plain = Samples.weights(mode);
        return new WeightSet(
                "regime-aware",
                plain.version(),
                plain.mode(),
                plain.halfLives(),
                plain.clip(),
                plain.correlations(),
                plain.exposures(),
                plain.directions(),
                Map.of(
                        Quadrant.REFLATION,
                        Map.of(DirectionClass.EQUITY, Map.of(Category.GROWTH, -1.0, Category.INFLATION, 0.5)),
                        Quadrant.SLOWDOWN,
                        Map.of(DirectionClass.EQUITY, Map.of(Category.GROWTH, 0.0, Category.INFLATION, 0.0)),
                        Quadrant.STAGFLATION,
                        Map.of(DirectionClass.FX, Map.of(Category.INFLATION, -1.0))),
                plain.importance(),
                plain.stages(),
                "other");
    }

    static Map<IndicatorId, List<ObservedRelease>> random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>();
        for (Indicator indicator : INDICATORS) {
            releases.put(indicator.id(), swinging(indicator, random.split()));
        }
        return releases;
    }

    /// A level whose changes swing about 0 with a period of its own. Some come in the first
    /// second of a month, some in the one after it.
    private static List<ObservedRelease> swinging(Indicator indicator, SplittableRandom random) {
        List<ObservedRelease> releases = new ArrayList<>();
        double period = random.nextDouble(30, 50);
        long level = 0;
        for (int month = 0; month < MONTHS; month++) {
            long before = level;
            level += Math.round(TENTH * Math.sin(2 * Math.PI * month / period)) + random.nextInt(-3, 4);
            releases.add(release(indicator, instant(month, random), level, before, random.nextInt(-3, 4)));
        }
        return releases;
    }

    private static Instant instant(int month, SplittableRandom random) {
        Instant first = Samples.START
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(month)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return switch (random.nextInt(6)) {
            case 0 -> first;
            case 1 -> first.plusSeconds(1);
            default -> first.plusSeconds(random.nextInt(1, 27) * Samples.DAY + 45_000);
        };
    }

    private static ObservedRelease release(Indicator indicator, Instant at, long level, long before, int surprise) {
        return new ObservedRelease(
                ReleaseId.of(indicator.id(), at.atOffset(ZoneOffset.UTC).toLocalDate()),
                indicator.id(),
                at,
                null,
                false,
                tenths(level),
                tenths(before),
                "test",
                List.of(new ObservedForecast(ForecastKind.SURVEY, tenths(level - surprise), "test", 1, null)),
                Set.of(),
                null);
    }

    private static BigDecimal tenths(long count) {
        return BigDecimal.valueOf(count, 1);
    }

    static Map<IndicatorId, List<StandardisedSurprise>> surprises(Map<IndicatorId, List<ObservedRelease>> releases) {
        return new SurpriseCalculator().calculate(INDICATORS, releases);
    }

    static BiasModel model(SignalMode mode, Map<IndicatorId, List<ObservedRelease>> releases) {
        return new BiasModel(INDICATORS, INSTRUMENTS, weights(mode), surprises(releases), Map.of());
    }

    static KnownInputs inputs(SignalMode mode, Map<IndicatorId, List<ObservedRelease>> releases) {
        return new KnownInputs(INDICATORS, INSTRUMENTS, weights(mode), surprises(releases));
    }

    static Map<IndicatorId, List<ObservedRelease>> until(
            Map<IndicatorId, List<ObservedRelease>> releases, Instant asOf) {
        Map<IndicatorId, List<ObservedRelease>> known = new HashMap<>();
        releases.forEach((id, all) -> known.put(
                id,
                all.stream()
                        .filter(release -> !release.releasedAt().isAfter(asOf))
                        .toList()));
        return known;
    }

    static Instant day(double day) {
        return Samples.START.plusSeconds((long) (day * Samples.DAY));
    }
}
