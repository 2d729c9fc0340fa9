package org.macroedge.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;

/// The second line of a scenario, on three series that are published together and share a part of their surprises.
class ConditionalBiasTest {

    private static final List<Indicator> INDICATORS = List.of(
            Samples.indicator("us-cpi", Region.US, Category.INFLATION),
            Samples.indicator("us-gdp", Region.US, Category.GROWTH),
            Samples.indicator("us-jobs", Region.US, Category.GROWTH));
    private static final IndicatorId CPI = new IndicatorId("us-cpi");
    private static final IndicatorId GDP = new IndicatorId("us-gdp");
    private static final IndicatorId JOBS = new IndicatorId("us-jobs");

    private static final int MONTHS = 80;
    private static final int KNOWN = 60;
    private static final long DAYS = 30;

    private static Map<IndicatorId, List<ObservedRelease>> releases() {
        SplittableRandom random = new SplittableRandom(31);
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>();
        for (int month = 0; month < MONTHS; month++) {
            int shared = random.nextInt(-10, 11);
            for (IndicatorId id : List.of(CPI, GDP, JOBS)) {
                BigDecimal surprise = BigDecimal.valueOf(shared + random.nextInt(-10, 11), 1);
                String actual = new BigDecimal("2.0").add(surprise).toPlainString();
                releases.computeIfAbsent(id, none -> new ArrayList<>())
                        .add(Samples.release(id.value(), month * DAYS, actual, "2.0"));
            }
        }
        return releases;
    }

    private static KnownInputs inputs(Map<IndicatorId, List<ObservedRelease>> releases) {
        return new KnownInputs(
                INDICATORS,
                List.of(Samples.SPX, Samples.EURUSD, Samples.WTI),
                Samples.weights(SignalMode.LATEST),
                new SurpriseCalculator().calculate(INDICATORS, releases));
    }

    private static Instant at(int month) {
        return Samples.START.plusSeconds(month * DAYS * Samples.DAY);
    }

    private static AssumedRelease assumed(IndicatorId id, Figure figure) {
        ObservedRelease next = Samples.release(id.value(), KNOWN * DAYS, "2.0", "2.0");
        return new AssumedRelease(next.releaseId(), id, next.forecasts(), figure);
    }

    private static Scenario scenario(Map<IndicatorId, List<ObservedRelease>> releases, Figure... figures) {
        List<AssumedRelease> assumed = new ArrayList<>();
        for (int index = 0; index < figures.length; index++) {
            assumed.add(assumed(INDICATORS.get(index).id(), figures[index]));
        }
        return Scenario.of(inputs(releases), at(KNOWN).minusSeconds(1), at(KNOWN), assumed);
    }

    private static ConditionalBias conditional(Scenario scenario) {
        return Objects.requireNonNull(scenario.conditional());
    }

    @Test
    void theMeansGiveTheBitsOfAScenarioThatSetsThem() {
        Scenario scenario = scenario(releases(), new Figure.Size(2), Figure.EXPECTED, Figure.EXPECTED);

        ConditionalBias second = conditional(scenario);
        assertThat(second.surprises())
                .extracting(ConditionalSurprise::indicator)
                .containsExactly(GDP, JOBS);
        assertThat(second.surprises()).allSatisfy(surprise -> {
            assertThat(Objects.requireNonNull(surprise.z())).isBetween(0.5, 1.8);
            assertThat(surprise.given()).containsExactly(CPI);
            // the first ten have no σ
            assertThat(surprise.observations()).isEqualTo(KNOWN - 10);
        });
        Scenario set = scenario(
                releases(),
                new Figure.Size(2),
                new Figure.Size(
                        Objects.requireNonNull(second.surprises().getFirst().z())),
                new Figure.Size(
                        Objects.requireNonNull(second.surprises().getLast().z())));
        assertThat(second.after()).isEqualTo(set.after()).isNotEqualTo(scenario.after());
        assertThat(set.conditional()).isNull();
    }

    @Test
    void laterReleasesChangeNothing() {
        Map<IndicatorId, List<ObservedRelease>> all = releases();
        Map<IndicatorId, List<ObservedRelease>> known = new HashMap<>();
        Map<IndicatorId, List<ObservedRelease>> other = new HashMap<>();
        all.forEach((id, rows) -> {
            known.put(id, rows.subList(0, KNOWN));
            List<ObservedRelease> changed = new ArrayList<>(rows.subList(0, KNOWN));
            changed.add(Samples.release(id.value(), KNOWN * DAYS, id.equals(CPI) ? "9.0" : "-5.0", "2.0"));
            other.put(id, changed);
        });
        Figure[] figures = {new Figure.Size(1), new Figure.Published(new BigDecimal("2.4")), Figure.EXPECTED};

        Scenario scenario = scenario(known, figures);

        assertThat(conditional(scenario).after()).isNotNull();
        assertThat(scenario(all, figures)).isEqualTo(scenario);
        assertThat(scenario(other, figures)).isEqualTo(scenario);
    }

    @Test
    void thereIsNoSecondLineWhereNothingOrEverythingIsSet() {
        Map<IndicatorId, List<ObservedRelease>> releases = releases();

        assertThat(scenario(releases, Figure.EXPECTED, Figure.EXPECTED).conditional())
                .isNull();
        assertThat(scenario(releases, new Figure.Size(1), new Figure.Size(0)).conditional())
                .isNull();
        assertThat(scenario(releases, new Figure.Size(0), Figure.EXPECTED).conditional())
                .as("0 σ is a figure")
                .isNotNull();
    }

    @Test
    void aReleaseThatDoesNotCountIsNeitherSetNorLeftOut() {
        AssumedRelease unexpected = new AssumedRelease(
                Samples.id("us-gdp", KNOWN * DAYS), GDP, List.of(), new Figure.Published(BigDecimal.TEN));
        AssumedRelease leftOut = unexpected.with(Figure.EXPECTED);
        Map<IndicatorId, List<ObservedRelease>> few = releases();
        few.computeIfPresent(GDP, (id, rows) -> rows.subList(0, 5)); // too few for a σ
        KnownInputs inputs = inputs(few);
        Instant before = at(KNOWN).minusSeconds(1);

        assertThat(Scenario.of(inputs, before, at(KNOWN), List.of(assumed(CPI, Figure.EXPECTED), unexpected))
                        .conditional())
                .isNull();
        assertThat(Scenario.of(inputs, before, at(KNOWN), List.of(assumed(CPI, new Figure.Size(1)), leftOut))
                        .conditional())
                .isNull();
    }

    @Test
    void withoutAnyMeanThereAreReasonsAndNoBias() {
        Map<IndicatorId, List<ObservedRelease>> releases = releases();
        releases.replaceAll((id, rows) -> rows.subList(0, 25));
        List<AssumedRelease> assumed = List.of(assumed(CPI, new Figure.Size(1)), assumed(GDP, Figure.EXPECTED));

        ConditionalBias second =
                conditional(Scenario.of(inputs(releases), at(KNOWN).minusSeconds(1), at(KNOWN), assumed));

        assertThat(second.after()).isNull();
        assertThat(second.surprises())
                .containsExactly(ConditionalSurprise.none(GDP, 15, NoConditionalMean.TOO_FEW_OBSERVATIONS));
    }
}
