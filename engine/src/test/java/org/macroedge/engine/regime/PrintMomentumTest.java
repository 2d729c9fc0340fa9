package org.macroedge.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Cases;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Verdict;

/// Cases worked by hand.
class PrintMomentumTest {

    private static final Indicator RATE = RegimeFixture.monthly("us-x", Category.INFLATION, "yoy");
    private static final Indicator LEVEL = RegimeFixture.monthly("us-x", Category.LABOUR, "level");
    private static final double ANY_AGE = Double.POSITIVE_INFINITY;

    private static double after(Indicator indicator, List<ObservedRelease> releases) {
        return PrintMomentum.of(indicator, releases).before(Long.MAX_VALUE / 2, ANY_AGE);
    }

    private static double[] line(int count, double slope) {
        return IntStream.range(0, count).mapToDouble(month -> slope * month).toArray();
    }

    /// On a line of slope 1 the last 3 have their median at t − 1 and the 12 before at t − 8.5: each difference
    /// is 7.5. The first 12 give σ = 1.4826 · 7.5, so the momentum is 1/1.4826.
    @Test
    void aLineHasTheMomentumOfItsFirstTwelveDifferences() {
        assertThat(after(RATE, RegimeFixture.months(RATE, line(27, 1)))).isCloseTo(1 / 1.4826, within(1e-12));
        assertThat(after(RATE, RegimeFixture.months(RATE, line(26, 1)))).isNaN();
    }

    /// Quarterly: the last is t, the four before have their median at t − 2.5.
    @Test
    void quarterlyPrintsTakeOneAndFour() {
        Indicator quarterly = RegimeFixture.indicator("us-x", Category.GROWTH, Frequency.QUARTERLY, "qoq", 1, 3);
        List<ObservedRelease> jump = RegimeFixture.months(quarterly, line(17, 1));
        assertThat(after(quarterly, jump)).isCloseTo(1 / 1.4826, within(1e-12));
        assertThat(after(quarterly, jump.subList(0, 16))).isNaN();
    }

    @Test
    void polarityTurnsTheSign() {
        Indicator opposite = Cases.opposite(RATE);
        assertThat(after(opposite, RegimeFixture.months(opposite, line(27, 1)))).isCloseTo(-1 / 1.4826, within(1e-12));
    }

    @Test
    void itIsClippedAtFour() {
        double[] jump = line(29, 0.1);
        jump[26] = 1000;
        jump[27] = 1000;
        jump[28] = 1000;
        assertThat(after(RATE, RegimeFixture.months(RATE, jump))).isEqualTo(4);
        jump[26] = -1000;
        jump[27] = -1000;
        jump[28] = -1000;
        assertThat(after(RATE, RegimeFixture.months(RATE, jump))).isEqualTo(-4);
    }

    @Test
    void constantPrintsHaveTheMomentumZero() {
        assertThat(after(RATE, RegimeFixture.months(RATE, new double[40]))).isZero();
    }

    /// Each release states its previous from a new base, as after a benchmark revision: the levels jump, and
    /// the changes within a vintage are 0, 1, 2 and so on.
    @Test
    void aLevelCountsAsItsChangeWithinOneVintage() {
        List<ObservedRelease> rebased = new ArrayList<>();
        for (int month = 0; month < 27; month++) {
            int base = 1000 * (month % 5);
            rebased.add(RegimeFixture.release(LEVEL, RegimeFixture.middle(month), "" + (base + month), "" + base));
        }
        assertThat(after(LEVEL, rebased)).isCloseTo(1 / 1.4826, within(1e-12));
    }

    @Test
    void aLevelWithoutAPreviousIsSkippedAndNotZero() {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int month = 0; month < 27; month++) {
            releases.add(RegimeFixture.release(LEVEL, RegimeFixture.middle(month), "" + month, "0"));
        }
        double without = after(LEVEL, releases);
        releases.add(20, RegimeFixture.release(LEVEL, RegimeFixture.middle(19).plusSeconds(60), "900", null));
        assertThat(after(LEVEL, releases)).isEqualTo(without);
    }

    /// After a shutdown two months come out at once; the previous figure of one is the actual of the other.
    @Test
    void printsOfOneInstantStandInTheOrderOfTheirPreviousFigures() {
        List<ObservedRelease> apart = new ArrayList<>();
        List<ObservedRelease> atOnce = new ArrayList<>();
        String previous = "0";
        for (int month = 0; month < 31; month++) {
            String actual = month == 27 ? "10" : month == 28 ? "-10" : "" + month % 4;
            apart.add(RegimeFixture.release(RATE, RegimeFixture.middle(month), actual, previous));
            int published = month == 27 ? 28 : month;
            atOnce.add(RegimeFixture.release(RATE, RegimeFixture.middle(published), actual, previous));
            previous = actual;
        }
        assertThat(after(RATE, atOnce)).isEqualTo(after(RATE, apart));
        assertThat(after(RATE, atOnce.reversed())).isEqualTo(after(RATE, apart));
    }

    @Test
    void aReleaseThatAPersonSetAsideDoesNotCount() {
        List<ObservedRelease> releases = new ArrayList<>(RegimeFixture.months(RATE, line(28, 1)));
        releases.set(27, Cases.stated(releases.get(27), Verdict.CANCELLED));
        assertThat(after(RATE, releases)).isEqualTo(after(RATE, releases.subList(0, 27)));
    }

    @Test
    void aPrintCountsStrictlyAfterItsInstantAndForAsLongAsGiven() {
        PrintMomentum momentum = PrintMomentum.of(RATE, RegimeFixture.months(RATE, line(27, 1)));
        long last = RegimeFixture.middle(26).getEpochSecond();
        assertThat(momentum.before(last, ANY_AGE)).isNaN();
        assertThat(momentum.before(last + 1, ANY_AGE)).isCloseTo(1 / 1.4826, within(1e-12));
        assertThat(momentum.before(last + 100, 100)).isCloseTo(1 / 1.4826, within(1e-12));
        assertThat(momentum.before(last + 101, 100)).isNaN();
        assertThat(momentum.before(Instant.EPOCH.getEpochSecond(), ANY_AGE)).isNaN();
    }

    @Test
    void withoutPrintsThereIsNoMomentum() {
        PrintMomentum none = PrintMomentum.of(RATE, List.of());
        assertThat(none.first()).isEqualTo(Long.MAX_VALUE);
        assertThat(none.before(0, ANY_AGE)).isNaN();
    }
}
