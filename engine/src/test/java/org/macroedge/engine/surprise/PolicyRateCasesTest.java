package org.macroedge.engine.surprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Prior;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;
import org.macroedge.engine.vocabulary.Verdict;

class PolicyRateCasesTest {

    private static Instant day(long number) {
        return Samples.START.plusSeconds(number * Samples.DAY);
    }

    private static Indicator policyRate(
            String id, boolean declared, @Nullable Prior prior, @Nullable String successor) {
        return Cases.succeededBy(
                Cases.indicator(
                        Samples.indicator(id, Region.CH, Category.MONETARY, Frequency.IRREGULAR, null, prior),
                        "percent",
                        Frequency.IRREGULAR,
                        declared,
                        3,
                        Stage.FIRST,
                        "x",
                        null,
                        null),
                successor);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/policy-floor.csv", numLinesToSkip = 1)
    void aPolicyRateStartsAtItsFloor(
            String rule,
            boolean policyRate,
            String earlier,
            String priorTo,
            String sigma,
            boolean provisional,
            String z,
            String zRaw) {
        Prior prior = priorTo.equals("-")
                ? null
                : new Prior(new BigDecimal("0.3"), LocalDate.of(2000, 1, 1), LocalDate.parse(priorTo), "a study");
        List<ObservedRelease> releases = new ArrayList<>();
        String[] parts = earlier.split("\\*");
        for (int decision = 0; decision < Integer.parseInt(parts[1]); decision++) {
            String forecast =
                    new BigDecimal("-0.25").subtract(new BigDecimal(parts[0])).toPlainString();
            releases.add(Cases.row(day(decision), "-", "-", "-0.25", forecast));
        }
        releases.add(Cases.row(day(30), "-", "-", "-0.75", policyRate ? "-" : "-0.25"));

        StandardisedSurprise last = new SurpriseCalculator()
                .calculate(policyRate("us-x", policyRate, prior, null), releases)
                .getLast();

        assertNumber(last.sigma(), sigma);
        assertNumber(last.zRaw(), zRaw);
        assertNumber(last.z(), z);
        assertThat(last.marks().contains(Mark.PROVISIONAL)).isEqualTo(provisional);
        assertThat(last.surprise()).isEqualByComparingTo("-0.50");
        assertThat(last.sigmaObservations()).isEqualTo(releases.size() - 1);
    }

    private static void assertNumber(@Nullable Double number, String expected) {
        if (expected.equals("-")) {
            assertThat(number).isNull();
        } else {
            assertThat(number).isCloseTo(Double.parseDouble(expected), within(1e-7));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/successor.csv", numLinesToSkip = 1)
    void theFirstDecisionFindsThePredecessorsRate(
            String rule, String own, String predecessor, String beforeThat, String expected, int observations) {
        List<Indicator> indicators = List.of(
                policyRate("ch-new", true, null, null),
                policyRate("ch-first", true, null, "ch-old"),
                policyRate("ch-old", true, null, "ch-new"));
        StandardisedSurprise surprise = on100(indicators, own, predecessor, beforeThat);

        assertThat(
                        surprise.forecast() == null
                                ? "-"
                                : surprise.forecast().value().toPlainString())
                .isEqualTo(expected);
        assertThat(surprise.sigmaObservations()).isEqualTo(observations);
        assertThat(surprise.marks().contains(Mark.NO_FORECAST)).isEqualTo(!expected.equals("-"));
        assertThat(surprise.marks().contains(Mark.PROVISIONAL)).isEqualTo(!expected.equals("-"));
    }

    private static StandardisedSurprise on100(
            List<Indicator> indicators, String own, String predecessor, String beforeThat) {
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>();
        releases.put(new IndicatorId("ch-new"), decisions(own));
        releases.put(new IndicatorId("ch-old"), decisions(predecessor));
        releases.put(new IndicatorId("ch-first"), decisions(beforeThat));
        return new SurpriseCalculator()
                .calculate(indicators, releases).get(new IndicatorId("ch-new")).stream()
                        .filter(surprise -> surprise.release().releasedAt().equals(day(100)))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<ObservedRelease> decisions(String cell) {
        return cell.equals("-")
                ? List.of()
                : Cases.list(cell).stream().map(PolicyRateCasesTest::decision).toList();
    }

    private static ObservedRelease decision(String cell) {
        String[] parts = cell.split("[:/]");
        ObservedRelease decision = Cases.row(day(Long.parseLong(parts[0])), "-", "-", parts[1], "-");
        return parts.length == 2 ? decision : Cases.stated(decision, Verdict.ofCode(parts[2]));
    }

    @Test
    void onlyAPolicyRateHandsItsRateOnAndOnlyToAPolicyRate() {
        Indicator successor = policyRate("ch-new", true, null, null);
        Indicator survey = policyRate("ch-old", false, null, "ch-new");
        assertThat(on100(List.of(successor, survey), "100:0.5", "90:0.3", "-").forecast())
                .isNull();
        Indicator other = policyRate("ch-new", false, null, null);
        Indicator rate = policyRate("ch-old", true, null, "ch-new");
        assertThat(on100(List.of(other, rate), "100:0.5", "90:0.3", "-").forecast())
                .isNull();
    }

    @Test
    void successorsInACircleAreEachOthersPredecessors() {
        List<Indicator> circle =
                List.of(policyRate("ch-new", true, null, "ch-old"), policyRate("ch-old", true, null, "ch-new"));
        assertThat(on100(circle, "100:0.5", "90:0.3", "-").forecast().value()).isEqualByComparingTo("0.3");
    }

    @Test
    void releasesOfUnknownIndicatorsAreLeftOut() {
        Map<IndicatorId, List<StandardisedSurprise>> surprises = new SurpriseCalculator()
                .calculate(
                        List.of(policyRate("ch-new", true, null, null)),
                        Map.of(new IndicatorId("ch-other"), decisions("1:0.5")));
        assertThat(surprises).containsOnlyKeys(new IndicatorId("ch-new"));
        assertThat(surprises.get(new IndicatorId("ch-new"))).isEmpty();
    }
}
