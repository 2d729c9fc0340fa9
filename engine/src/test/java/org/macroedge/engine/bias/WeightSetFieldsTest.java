package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Correlations;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.run.InputChain;
import org.macroedge.engine.run.RunId;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Area;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.DirectionClass;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.InstrumentId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

/// Whatever a weight set declares, a change of it changes an answer.
class WeightSetFieldsTest {

    private static final List<Indicator> INDICATORS = Stream.of(Frequency.values())
            .flatMap(frequency -> Stream.of(Stage.values())
                    .flatMap(stage -> Stream.of(1, 2, 3).map(importance -> indicator(frequency, stage, importance))))
            .toList();
    private static final Instant AS_OF = Samples.START.plusSeconds(420 * Samples.DAY);
    private static final WeightSet WEIGHTS = Samples.weights(SignalMode.LATEST);

    private static Indicator indicator(Frequency frequency, Stage stage, int importance) {
        String id = "us-%s-%s-%d".formatted(frequency.code(), stage.code(), importance);
        Category category = importance == 3 ? Category.INFLATION : Category.GROWTH;
        return Cases.indicator(
                Samples.indicator(id, Region.US, category, frequency, null, null),
                "points",
                frequency,
                false,
                importance,
                stage,
                id,
                null,
                null);
    }

    private static List<Object> answer(WeightSet weights) {
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();
        SplittableRandom random = new SplittableRandom(3);
        for (Indicator indicator : INDICATORS) {
            surprises.put(
                    indicator.id(),
                    new SurpriseCalculator()
                            .calculate(indicator, Samples.monthly(indicator.id().value(), 14, random.split())));
        }
        surprises.put(new IndicatorId("de-extra"), extra("de-extra"));
        List<Indicator> indicators = Stream.concat(
                        INDICATORS.stream(), Stream.of(Samples.indicator("de-extra", Region.DE, Category.INFLATION)))
                .toList();
        List<Instrument> instruments = List.of(Samples.SPX, Samples.EURUSD);
        BiasModel model = new BiasModel(indicators, instruments, weights, surprises, Map.of());
        return List.of(
                model.at(AS_OF).stream().map(InstrumentBias::z).toList(),
                model.heatMap(AS_OF),
                inRegimes(weights),
                RunId.of(AS_OF, "catalogue", weights, InputChain.of(List.of(), List.of())));
    }

    /// The biases of indicators whose regions come into every quadrant.
    private static List<@Nullable Double> inRegimes(WeightSet weights) {
        BiasModel model = new BiasModel(
                RegimeAwareFixture.INDICATORS,
                RegimeAwareFixture.INSTRUMENTS,
                weights,
                RegimeAwareFixture.surprises(RegimeAwareFixture.random(1)),
                Map.of());
        return IntStream.range(0, 150)
                .mapToObj(month -> model.at(0, RegimeAwareFixture.day(30.0 * month)))
                .map(InstrumentBias::z)
                .toList();
    }

    private static List<StandardisedSurprise> extra(String id) {
        return new SurpriseCalculator()
                .calculate(
                        Samples.indicator(id, Region.DE, Category.INFLATION),
                        Samples.monthly(id, 14, new SplittableRandom(4)));
    }

    /// A changed field, by its name.
    private record Change(String field, UnaryOperator<WeightSet> change) {
        @Override
        public String toString() {
            return field;
        }
    }

    private static Stream<Change> changes() {
        Stream<Change> halfLives = Stream.of(Frequency.values())
                .map(frequency -> new Change(
                        "halfLives",
                        set -> set(
                                set.mode(),
                                with(set.halfLives(), frequency, 20.0),
                                set.clip(),
                                set.correlations(),
                                set)));
        Stream<Change> stages = Stream.of(Stage.values())
                .map(stage -> new Change(
                        "stages",
                        set -> weighted(
                                set,
                                set.exposures(),
                                set.directions(),
                                set.importance(),
                                with(set.stages(), stage, 0.9))));
        return Stream.concat(Stream.concat(halfLives, stages), single());
    }

    private static Stream<Change> single() {
        return Stream.of(
                new Change("id", set -> named("other", set.version(), set.hash(), set)),
                new Change("version", set -> named(set.id(), 2, set.hash(), set)),
                new Change("hash", set -> named(set.id(), set.version(), "other", set)),
                new Change("mode", set -> set(SignalMode.SUM, set.halfLives(), set.clip(), set.correlations(), set)),
                new Change("clip", set -> set(set.mode(), set.halfLives(), 0.5, set.correlations(), set)),
                new Change("correlations", set -> correlated(set, new Correlations(0.2, 0.02, 0.01))),
                new Change("correlations", set -> correlated(set, new Correlations(0.1, 0.03, 0.01))),
                new Change("correlations", set -> correlated(set, new Correlations(0.1, 0.02, 0.02))),
                new Change(
                        "exposures",
                        set -> weighted(set, exposed(set), set.directions(), set.importance(), set.stages())),
                new Change(
                        "directions",
                        set -> weighted(set, set.exposures(), directed(set), set.importance(), set.stages())),
                new Change("regimeDirections", WeightSetFieldsTest::inRegime),
                new Change("importance", set -> important(set, 9.0, 2.0, 3.0)),
                new Change("importance", set -> important(set, 1.0, 9.0, 3.0)),
                new Change("importance", set -> important(set, 1.0, 2.0, 9.0)));
    }

    private static <K> Map<K, Double> with(Map<K, Double> table, K key, Double value) {
        Map<K, Double> changed = new HashMap<>(table);
        changed.put(key, value);
        return changed;
    }

    private static Map<InstrumentId, Map<Area, Double>> exposed(WeightSet set) {
        Map<InstrumentId, Map<Area, Double>> changed = new HashMap<>(set.exposures());
        changed.put(Samples.EURUSD.id(), Map.of(Region.US, -1.0, Region.DE, 0.4));
        return changed;
    }

    private static Map<DirectionClass, Map<Category, Double>> directed(WeightSet set) {
        Map<DirectionClass, Map<Category, Double>> changed = new HashMap<>(set.directions());
        changed.put(DirectionClass.EQUITY, Map.of(Category.GROWTH, -1.0, Category.INFLATION, -1.0));
        return changed;
    }

    private static WeightSet inRegime(WeightSet set) {
        return new WeightSet(
                set.id(),
                set.version(),
                set.mode(),
                set.halfLives(),
                set.clip(),
                set.correlations(),
                set.exposures(),
                set.directions(),
                RegimeAwareFixture.weights(set.mode()).regimeDirections(),
                set.importance(),
                set.stages(),
                set.hash());
    }

    private static WeightSet important(WeightSet set, Double... importance) {
        return weighted(set, set.exposures(), set.directions(), List.of(importance), set.stages());
    }

    private static WeightSet correlated(WeightSet set, Correlations correlations) {
        return set(set.mode(), set.halfLives(), set.clip(), correlations, set);
    }

    private static WeightSet named(String id, int version, String hash, WeightSet other) {
        return new WeightSet(
                id,
                version,
                other.mode(),
                other.halfLives(),
                other.clip(),
                other.correlations(),
                other.exposures(),
                other.directions(),
                other.regimeDirections(),
                other.importance(),
                other.stages(),
                hash);
    }

    private static WeightSet set(
            SignalMode mode,
            Map<Frequency, Double> halfLives,
            double clip,
            Correlations correlations,
            WeightSet other) {
        return new WeightSet(
                other.id(),
                other.version(),
                mode,
                halfLives,
                clip,
                correlations,
                other.exposures(),
                other.directions(),
                other.regimeDirections(),
                other.importance(),
                other.stages(),
                other.hash());
    }

    private static WeightSet weighted(
            WeightSet other,
            Map<InstrumentId, Map<Area, Double>> exposures,
            Map<DirectionClass, Map<Category, Double>> directions,
            List<Double> importance,
            Map<Stage, Double> stages) {
        return new WeightSet(
                other.id(),
                other.version(),
                other.mode(),
                other.halfLives(),
                other.clip(),
                other.correlations(),
                exposures,
                directions,
                other.regimeDirections(),
                importance,
                stages,
                other.hash());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedFieldChangesAnAnswer(Change change) {
        assertThat(answer(change.change().apply(WEIGHTS))).isNotEqualTo(answer(WEIGHTS));
    }

    @Test
    void everyFieldIsAmongTheChanges() {
        assertThat(changes().map(Change::field).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(WeightSet.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    /// z is 5 raw: a weight set that clips at 6 counts 5, and one that clips at 3 counts 3.
    @Test
    void theClipIsThatOfTheWeightSet() {
        StandardisedSurprise five = new StandardisedSurprise(
                Samples.release("us-monthly-first-1", 0, "3", "2"),
                null,
                null,
                null,
                0,
                -5.0,
                -4.0,
                null,
                Set.of(Mark.CLIPPED));
        assertClip(five, 6, -5, false);
        assertClip(five, 5, -5, false);
        assertClip(five, 4, -4, true);
        assertClip(five, 3, -3, true);
    }

    private static void assertClip(StandardisedSurprise surprise, double clip, double z, boolean marked) {
        BiasModel model = new BiasModel(
                List.of(indicator(Frequency.MONTHLY, Stage.FIRST, 1)),
                List.of(Samples.SPX),
                set(WEIGHTS.mode(), WEIGHTS.halfLives(), clip, WEIGHTS.correlations(), WEIGHTS),
                Map.of(surprise.release().indicator(), List.of(surprise)),
                Map.of());
        InstrumentBias bias = model.at(0, Samples.START);
        Contribution contribution = bias.contributions().getFirst();
        assertThat(contribution.z()).isEqualTo(z);
        assertThat(contribution.contribution()).isEqualTo(contribution.weight() * z);
        assertThat(contribution.marks().contains(Mark.CLIPPED)).isEqualTo(marked);
        assertThat(contribution.surprise().z()).isEqualTo(-4);

        assertThat(bias.z()).isEqualTo(contribution.contribution());
    }
}
