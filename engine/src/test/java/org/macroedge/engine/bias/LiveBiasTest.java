package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;

class LiveBiasTest {

    private static final List<Indicator> INDICATORS = List.of(
            Samples.indicator("us-gdp", Region.US, Category.GROWTH),
            Samples.indicator("us-cpi", Region.US, Category.INFLATION),
            Samples.indicator("de-ifo", Region.DE, Category.GROWTH),
            Samples.indicator(
                    "us-ended", Region.US, Category.GROWTH, Frequency.WEEKLY, LocalDate.of(2016, 6, 30), null));
    private static final Instant BEFORE = Samples.START.minusSeconds(Samples.DAY);

    private static Map<IndicatorId, List<StandardisedSurprise>> surprises(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();
        for (Indicator indicator : INDICATORS) {
            surprises.put(
                    indicator.id(),
                    new SurpriseCalculator()
                            .calculate(indicator, Samples.monthly(indicator.id().value(), 40, random.split())));
        }
        return surprises;
    }

    private static BiasModel model(Map<IndicatorId, List<StandardisedSurprise>> surprises) {
        return model(SignalMode.LATEST, surprises);
    }

    private static BiasModel model(SignalMode mode, Map<IndicatorId, List<StandardisedSurprise>> surprises) {
        return new BiasModel(
                INDICATORS,
                List.of(Samples.SPX, Samples.EURUSD, Samples.WTI),
                Samples.weights(mode),
                surprises,
                Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void oneReleaseAfterAnotherGivesTheBitsOfTheWholeModel(SignalMode mode) {
        Map<IndicatorId, List<StandardisedSurprise>> surprises = surprises(5);
        BiasModel whole = model(mode, surprises);
        LiveBias live = model(mode, Map.of()).live(BEFORE);
        List<StandardisedSurprise> arriving = new ArrayList<>();
        surprises.values().forEach(arriving::addAll);
        arriving.sort(Comparator.comparing(one -> one.release().releasedAt()));
        double[] bias = new double[3];

        for (int at = 0; at < arriving.size(); at++) {
            Instant instant = arriving.get(at).release().releasedAt();
            live.release(arriving.get(at));
            boolean together = at + 1 < arriving.size()
                    && arriving.get(at + 1).release().releasedAt().equals(instant);
            if (!together) {
                assertBits(whole, live, instant, bias);
                assertBits(whole, live, instant.plusSeconds(3_600), bias);
            }
        }
        assertBits(whole, live, Instant.parse("2030-01-01T00:00:00Z"), bias);
    }

    @ParameterizedTest
    @EnumSource
    void aStateTakenInTheMiddleGoesOnAsTheWholeModel(SignalMode mode) {
        Map<IndicatorId, List<StandardisedSurprise>> surprises = surprises(6);
        BiasModel whole = model(mode, surprises);
        Instant middle = Samples.START.plusSeconds(600 * Samples.DAY);
        LiveBias live = whole.live(middle);
        double[] bias = new double[3];

        assertBits(whole, live, middle, bias);
        surprises.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.release().releasedAt().isAfter(middle))
                .sorted(Comparator.comparing(one -> one.release().releasedAt()))
                .forEach(live::release);
        assertBits(whole, live, Samples.START.plusSeconds(1_300 * Samples.DAY), bias);
    }

    @Test
    void whatIsUnknownOrLateIsRefused() {
        LiveBias live = model(Map.of()).live(Samples.START);
        StandardisedSurprise stranger = new SurpriseCalculator()
                .calculate(INDICATORS.getFirst(), List.of(Samples.release("jp-cpi", 3, "1.0", "1.1")))
                .getFirst();

        assertThatThrownBy(() -> live.release(stranger)).hasMessage("indicator jp-cpi is not in the model");
        assertThatThrownBy(() -> live.at(BEFORE.getEpochSecond(), new double[3]))
                .hasMessageContaining("is before " + Samples.START.getEpochSecond());
    }

    private static void assertBits(BiasModel whole, LiveBias live, Instant instant, double[] bias) {
        live.at(instant.getEpochSecond(), bias);
        double[][] expected = whole.history(new long[] {instant.getEpochSecond()});
        assertThat(bias).as("%s", instant).containsExactly(expected[0][0], expected[1][0], expected[2][0]);
    }
}
