package org.macroedge.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;

/// The means worked by hand, from series of which the correlations are known.
class ConditionalSurprisesTest {

    private static final IndicatorId A = new IndicatorId("us-a");
    private static final IndicatorId B = new IndicatorId("us-b");
    private static final IndicatorId C = new IndicatorId("us-c");
    private static final IndicatorId D = new IndicatorId("us-d");

    private static final int MONTHS = 24;

    private final Map<IndicatorId, Indicator> indicators = new HashMap<>();
    private final Map<IndicatorId, List<StandardisedSurprise>> surprises = new HashMap<>();

    /// One of three columns of ±1 that are uncorrelated over each eight months.
    private static double column(int which, int month) {
        return (month >> which) % 2 == 0 ? 1 : -1;
    }

    /// What a series has in a month.
    private interface Series {
        double z(double first, double second, double third);
    }

    private void add(IndicatorId id, String group, int from, int months, Series series) {
        Indicator usual = Samples.indicator(id.value(), Region.US, Category.GROWTH);
        indicators.put(id, inGroup(usual, group));
        List<StandardisedSurprise> own = surprises.computeIfAbsent(id, none -> new ArrayList<>());
        for (int month = from; month < from + months; month++) {
            own.add(surprise(id, month, series.z(column(0, month), column(1, month), column(2, month))));
        }
    }

    private void add(IndicatorId id, Series series) {
        add(id, id.value(), 0, MONTHS, series);
    }

    private static Indicator inGroup(Indicator usual, String group) {
        return new Indicator(
                usual.id(),
                usual.name(),
                usual.shortName(),
                usual.region(),
                usual.category(),
                usual.unit(),
                usual.transform(),
                usual.adjustment(),
                usual.frequency(),
                usual.meetings(),
                usual.polarity(),
                usual.importance(),
                group,
                usual.stage(),
                usual.step(),
                usual.floor(),
                usual.lag(),
                usual.previousRefersTo(),
                usual.policyRate(),
                usual.release(),
                usual.prior(),
                usual.validFrom(),
                usual.validTo(),
                usual.successor());
    }

    private static StandardisedSurprise surprise(IndicatorId id, int month, double z) {
        return new StandardisedSurprise(
                Samples.release(id.value(), 30L * month, "2.0", "2.0"), null, null, 1.0, 30, z, z, null, Set.of());
    }

    private List<ConditionalSurprise> means(Map<IndicatorId, Double> set, IndicatorId... leftOut) {
        KnownInputs known = new KnownInputs(
                List.copyOf(indicators.values()), List.of(), Samples.weights(SignalMode.LATEST), surprises);
        return new ConditionalSurprises(known, set).of(List.of(leftOut));
    }

    private ConditionalSurprise mean(Map<IndicatorId, Double> set, IndicatorId leftOut) {
        return means(set, leftOut).getFirst();
    }

    private static double z(ConditionalSurprise surprise) {
        return Objects.requireNonNull(surprise.z(), () -> String.valueOf(surprise.reason()));
    }

    /// Of the pair (1, 0) and (1, 1), the correlation is 1/√2, and its class has no other pair.
    @Test
    void ofTwoMembersTheMeanIsTheCorrelationTimesZ() {
        add(A, (first, second, _) -> first + second);
        add(B, (first, _, _) -> first);

        ConditionalSurprise mean = mean(Map.of(A, -1.5), B);

        assertThat(z(mean)).isCloseTo(-1.5 / Math.sqrt(2), within(1e-12));
        assertThat(mean.observations()).isEqualTo(MONTHS);
        assertThat(mean.given()).containsExactly(A);
        assertThat(mean.reason()).isNull();
    }

    /// r of A and B is 0, of C with each 1/2. Their mean is 1/3, so that with 24 instants of 44 they become 5/33 and
    /// 14/33; (14/33)/(1 + 5/33) is 7/19.
    @Test
    void ofThreeMembersTheMeanIsThatOfTheShrunkCorrelations() {
        three();

        assertThat(z(mean(Map.of(A, 2.0, B, 1.0), C))).isCloseTo(7.0 / 19 * 3, within(1e-12));
        List<ConditionalSurprise> both = means(Map.of(A, 2.0), C, B);
        assertThat(both).extracting(ConditionalSurprise::indicator).containsExactly(B, C);
        assertThat(z(both.getFirst())).isCloseTo(2 * 5.0 / 33, within(1e-12));
        assertThat(z(both.getLast())).isCloseTo(2 * 14.0 / 33, within(1e-12));
    }

    private void three() {
        add(A, (first, _, _) -> first);
        add(B, (_, second, _) -> second);
        add(C, (first, second, third) -> first + second + Math.sqrt(2) * third);
    }

    /// The pair of one group is drawn to the mean of such pairs, here itself, and not to that of the others.
    @Test
    void pairsOfAGroupAreDrawnToTheMeanOfTheirOwnClass() {
        add(A, "prices", 0, MONTHS, (first, second, _) -> first + second);
        add(B, "prices", 0, MONTHS, (first, _, _) -> first);
        add(C, "jobs", 0, MONTHS, (_, second, _) -> second);

        List<ConditionalSurprise> means = means(Map.of(A, 1.0), B, C);

        // between groups, r of A and C is 1/√2 and of B and C 0
        double between = 1 / Math.sqrt(2);
        assertThat(z(means.getFirst())).isCloseTo(1 / Math.sqrt(2), within(1e-12));
        assertThat(z(means.getLast())).isCloseTo((24 * between + 20 * between / 2) / 44, within(1e-12));
    }

    @Test
    void theMeanIsClippedAsEveryZIs() {
        add(A, "a", 0, 2 * MONTHS, (first, second, _) -> 2 * first + second);
        add(B, "b", 0, 2 * MONTHS, (first, second, _) -> second - 2 * first);
        add(C, "c", 0, 2 * MONTHS, (_, second, _) -> second);

        assertThat(z(mean(Map.of(A, 4.0, B, 4.0), C))).isEqualTo(4);
        assertThat(z(mean(Map.of(A, -4.0, B, -4.0), C))).isEqualTo(-4);
        assertThat(z(mean(Map.of(A, 3.0, B, 3.0), C))).isBetween(3.0, 3.9);
    }

    @Test
    void anOrderOfRowsChangesNothing() {
        three();
        add(D, (first, second, third) -> first + 0.3 * second - third);
        List<ConditionalSurprise> usual = means(Map.of(A, 2.0, B, 1.0), C, D);

        surprises.values().forEach(rows -> Collections.shuffle(rows, new Random(3)));

        assertThat(means(Map.of(B, 1.0, A, 2.0), D, C)).isEqualTo(usual);
    }

    /// B and C are never published together. That is not a correlation of 0.
    @Test
    void aMemberThatWasNeverPublishedWithItIsNoConditionOfTheMean() {
        add(A, "a", 0, 2 * MONTHS, (first, second, _) -> first + second);
        add(B, "b", 0, MONTHS, (first, _, _) -> first);
        add(C, "c", MONTHS, MONTHS, (first, _, _) -> first);

        ConditionalSurprise mean = mean(Map.of(A, 1.0, B, -3.0), C);

        assertThat(mean.given()).containsExactly(A);
        assertThat(mean).isEqualTo(mean(Map.of(A, 1.0), C));
        assertThat(z(mean)).isCloseTo(1 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void ofTwoMembersThatWereNeverPublishedTogetherTheOneWithTheMostSharedInstantsIsGiven() {
        assertThat(givenApart(0, 3 * MONTHS)).isEqualTo(new Given(List.of(A), 2 * MONTHS));
        assertThat(givenApart(MONTHS, 3 * MONTHS)).isEqualTo(new Given(List.of(B), 2 * MONTHS));
    }

    @Test
    void ofTwoMembersWithAsManySharedInstantsTheLowerIdIsGiven() {
        assertThat(givenApart(MONTHS / 2, 3 * MONTHS)).isEqualTo(new Given(List.of(A), 3 * MONTHS / 2));
    }

    private record Given(List<IndicatorId> indicators, int observations) {}

    /// What C is given where A has the first 48 months, B the 48 after them, and C months of both.
    private Given givenApart(int from, int months) {
        surprises.clear();
        add(A, "a", 0, 2 * MONTHS, (first, _, _) -> first);
        add(B, "b", 2 * MONTHS, 2 * MONTHS, (first, _, _) -> first);
        add(C, "c", from, months, (first, second, _) -> first + second);
        ConditionalSurprise mean = mean(Map.of(A, 1.0, B, -3.0), C);
        return new Given(mean.given(), mean.observations());
    }

    /// r of A and B is 0 over 24 instants, of C with each 1/2 over 48, and their mean is 1/3: they become 5/33 and
    /// 23/51, and (23/51)/(1 + 5/33) is 253/646.
    @Test
    void theFewestInstantsAreAlsoThoseOfTwoMembersThatAreSet() {
        add(A, "a", 0, 2 * MONTHS, (first, _, _) -> first);
        add(B, "b", MONTHS, 2 * MONTHS, (_, second, _) -> second);
        add(C, "c", 0, 3 * MONTHS, (first, second, third) -> first + second + Math.sqrt(2) * third);

        ConditionalSurprise mean = mean(Map.of(A, 2.0, B, 1.0), C);

        assertThat(mean.given()).containsExactly(A, B);
        assertThat(mean.observations()).isEqualTo(MONTHS);
        assertThat(z(mean)).isCloseTo(253.0 / 646 * 3, within(1e-12));
    }

    @Test
    void tooFewSharedInstantsGiveTheirNumberAndNoMean() {
        add(A, (first, _, _) -> first);
        add(B, "b", 0, 19, (first, _, _) -> first);
        add(C, "c", 0, 1, (first, _, _) -> first);
        add(D, "d", MONTHS, MONTHS, (first, _, _) -> first);

        assertThat(means(Map.of(A, 1.0), B, C, D))
                .containsExactly(
                        ConditionalSurprise.none(B, 19, NoConditionalMean.TOO_FEW_OBSERVATIONS),
                        ConditionalSurprise.none(C, 1, NoConditionalMean.TOO_FEW_OBSERVATIONS),
                        ConditionalSurprise.none(D, 0, NoConditionalMean.TOO_FEW_OBSERVATIONS));
        add(B, "b", 19, 1, (first, _, _) -> first);
        assertThat(mean(Map.of(A, 1.0), B).observations()).isEqualTo(20);
        assertThat(z(mean(Map.of(A, 1.0), B))).isCloseTo(1, within(1e-12));
    }

    @Test
    void aSeriesThatNeverVariesGivesNoMean() {
        add(A, (first, _, _) -> first);
        add(B, (_, _, _) -> 0);

        assertThat(means(Map.of(A, 1.0), B))
                .containsExactly(ConditionalSurprise.none(B, MONTHS, NoConditionalMean.CONSTANT));
        assertThat(means(Map.of(B, 1.0), A))
                .containsExactly(ConditionalSurprise.none(A, MONTHS, NoConditionalMean.CONSTANT));
    }

    @Test
    void anIndicatorWithoutSurprisesGivesNoMean() {
        add(A, (first, _, _) -> first);

        assertThat(means(Map.of(A, 1.0), B))
                .containsExactly(ConditionalSurprise.none(B, 0, NoConditionalMean.TOO_FEW_OBSERVATIONS));
        assertThatThrownBy(() -> new SharedSurprises(
                                new KnownInputs(List.of(), List.of(), Samples.weights(SignalMode.LATEST), Map.of()))
                        .shrunk(A, B))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no correlation of us-a and us-b");
    }

    @Test
    void seriesThatAreTheSamePrintTheSame() {
        add(A, (first, _, third) -> first + third);
        add(B, (first, _, third) -> first + third);

        assertThat(z(mean(Map.of(A, 1.25), B))).isCloseTo(1.25, within(1e-12));
    }

    @Test
    void twoMembersThatAreTheSameLeaveTheMeanOpen() {
        for (IndicatorId id : List.of(A, B, C)) {
            add(id, (first, _, third) -> first + third);
        }

        assertThat(means(Map.of(A, 1.0, B, 2.0), C))
                .containsExactly(ConditionalSurprise.none(C, MONTHS, NoConditionalMean.SINGULAR));
    }

    /// A and B were opposed while C went with each of them, at other instants: no three series are like that.
    @Test
    void correlationsThatContradictEachOtherGiveNoMean() {
        add(A, "a", 0, 2 * MONTHS, (first, _, _) -> first);
        add(B, "b", 0, MONTHS, (first, _, _) -> -first);
        add(B, "b", 2 * MONTHS, MONTHS, (first, _, _) -> first);
        add(C, "c", MONTHS, 2 * MONTHS, (first, _, _) -> first);

        assertThat(means(Map.of(A, 1.0, B, 1.0), C))
                .containsExactly(ConditionalSurprise.none(C, MONTHS, NoConditionalMean.SINGULAR));
    }

    @Test
    void ofTwoReleasesAtOneInstantTheLastCounts() {
        add(A, (first, _, _) -> first);
        add(B, (first, _, _) -> -first);
        add(B, (first, _, _) -> first);

        assertThat(z(mean(Map.of(A, 1.0), B))).isCloseTo(1, within(1e-12));
    }

    @Test
    void aReleaseWithoutAZIsNoObservation() {
        add(A, (first, _, _) -> first);
        add(B, (first, _, _) -> first);
        Objects.requireNonNull(surprises.get(B))
                .set(
                        3,
                        new StandardisedSurprise(
                                Samples.release("us-b", 90, "2.0", null),
                                null,
                                null,
                                null,
                                0,
                                null,
                                null,
                                StandardisedSurprise.Reason.NOTHING_EXPECTED,
                                Set.of()));

        assertThat(mean(Map.of(A, 1.0), B).observations()).isEqualTo(MONTHS - 1);
    }
}
