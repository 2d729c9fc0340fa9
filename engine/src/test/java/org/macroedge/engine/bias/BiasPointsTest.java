package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Prior;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;

class BiasPointsTest {

    private static final Prior PRIOR = new Prior(
            new BigDecimal("0.4"), LocalDate.of(2000, 1, 1), LocalDate.of(2014, 12, 31), "a made-up prior of the test");
    private static final List<Indicator> INDICATORS = List.of(
            Samples.indicator("us-gdp", Region.US, Category.GROWTH),
            Samples.indicator("us-cpi", Region.US, Category.INFLATION, Frequency.MONTHLY, null, PRIOR),
            Samples.indicator("de-ifo", Region.DE, Category.GROWTH),
            Samples.indicator("us-fed-funds", Region.US, Category.GROWTH, Frequency.IRREGULAR, null, null),
            Samples.indicator(
                    "us-ended", Region.US, Category.GROWTH, Frequency.WEEKLY, LocalDate.of(2019, 6, 30), null));
    private static final int[] ALL = {0, 1, 2};

    private static BiasModel model(long seed) {
        return model(SignalMode.LATEST, seed);
    }

    private static BiasModel model(SignalMode mode, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SurpriseCalculator calculator = new SurpriseCalculator();
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();
        Map<IndicatorId, List<ScheduledRelease>> schedules = new HashMap<>();
        for (Indicator indicator : INDICATORS) {
            String id = indicator.id().value();
            surprises.put(indicator.id(), calculator.calculate(indicator, Samples.monthly(id, 60, random.split())));
            List<ScheduledRelease> planned = new ArrayList<>();
            for (int day = 0; day < 2000; day += 50) {
                Instant captured = day % 100 == 0 ? null : day(day);
                planned.add(new ScheduledRelease(
                        Samples.id(id, day).numbered(2), indicator.id(), day(day + 20), captured, "test", null));
            }
            schedules.put(indicator.id(), planned);
        }
        return new BiasModel(
                INDICATORS,
                List.of(Samples.SPX, Samples.EURUSD, Samples.WTI),
                Samples.weights(mode),
                surprises,
                schedules);
    }

    private static Instant day(long day) {
        return Samples.START.plusSeconds(day * Samples.DAY);
    }

    @ParameterizedTest
    @EnumSource
    void everyPointHasTheBitsOfTheAnswerAtItsInstant(SignalMode mode) {
        BiasModel model = model(mode, 7);
        long[] seconds = LongStream.range(-10, 2100)
                .map(day -> day(day).getEpochSecond() + day % 5)
                .toArray();

        List<BiasPoints> points = model.points(ALL, seconds);

        for (int at = 0; at < seconds.length; at++) {
            List<InstrumentBias> single = model.at(Instant.ofEpochSecond(seconds[at]));
            for (BiasPoints one : points) {
                InstrumentBias expected = single.get(points.indexOf(one));
                assertThat(one.at(at))
                        .as("%s at %s", one.instrument().id(), Instant.ofEpochSecond(seconds[at]))
                        .isEqualTo(new InstrumentBias(
                                expected.instrument(),
                                expected.z(),
                                expected.health(),
                                expected.composition(),
                                null,
                                expected.reason(),
                                List.of(),
                                List.of()));
                assertThat(one.at(at).reason()).isEqualTo(expected.reason());
            }
        }
    }

    @Test
    void instantsThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> model(3).points(ALL, new long[] {5, 4}))
                .hasMessage("second 4 follows 5; the instants of a history must ascend");
        assertThatThrownBy(() -> model(3).history(new long[] {5, 5, 4}))
                .hasMessage("second 4 follows 5; the instants of a history must ascend");
    }

    @Test
    void onlyTheChosenInstrumentsAreComputed() {
        List<BiasPoints> points = model(3).points(new int[] {1}, new long[] {day(700).getEpochSecond()});

        assertThat(points).hasSize(1);
        assertThat(points.getFirst().instrument()).isEqualTo(Samples.EURUSD);
        assertThat(points.getFirst().size()).isOne();
    }

    @Test
    void anInstrumentReadsAnIndicatorThatHasAWeightForIt() {
        BiasModel model = model(3);

        assertThat(model.reads(0, Set.of(new IndicatorId("us-gdp")))).isTrue();
        assertThat(model.reads(0, Set.of(new IndicatorId("de-ifo")))).isFalse();
        assertThat(model.reads(1, Set.of(new IndicatorId("de-ifo"), new IndicatorId("xx-unknown"))))
                .isTrue();
        assertThat(model.reads(2, Set.of(new IndicatorId("us-gdp")))).isFalse();
    }
}
