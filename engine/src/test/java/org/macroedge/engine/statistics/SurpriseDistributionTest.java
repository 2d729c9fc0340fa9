package org.macroedge.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// The kernel against sums computed in Python, and what holds of every distribution.
class SurpriseDistributionTest {

    private static SurpriseDistribution of(double... zRaw) {
        return SurpriseDistribution.of(surprises(zRaw));
    }

    private static List<StandardisedSurprise> surprises(double... zRaw) {
        return IntStream.range(0, zRaw.length)
                .mapToObj(index -> surprise(index, zRaw[index], Math.clamp(zRaw[index], -4, 4)))
                .toList();
    }

    private static StandardisedSurprise surprise(int index, double zRaw, Double z) {
        return new StandardisedSurprise(
                Samples.release("us-cpi", index, "2.0", "2.0"), null, null, 1.0, 30, zRaw, z, null, Set.of());
    }

    private static double[] random(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return DoubleStream.generate(() -> random.nextGaussian() * 1.4)
                .limit(count)
                .toArray();
    }

    /// Computed with Python 3.11: statistics.stdev, statistics.quantiles (inclusive) and math.erfc.
    @ParameterizedTest
    @CsvFileSource(
            resources = "surprise-distribution.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            maxCharsPerColumn = 2_000)
    void aProbabilityIsThatOfTheKernel(String name, String surprises, double bandwidth, double z, double above) {
        SurpriseDistribution distribution = of(Arrays.stream(surprises.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());

        assertThat(distribution.bandwidth()).as(name).isCloseTo(bandwidth, within(1e-14));
        assertThat(distribution.above(z)).as(name).isCloseTo(above, within(1e-14));
        assertThat(distribution.below(z)).as(name).isCloseTo(1 - above, within(1e-14));
    }

    @Test
    void aProbabilityFallsWithTheSizeFromOneToZero() {
        SurpriseDistribution distribution = of(random(1, 80));
        double before = 1;
        for (double z = -6; z <= 6; z += 0.25) {
            assertThat(distribution.above(z)).isLessThanOrEqualTo(before);
            before = distribution.above(z);
        }
        assertThat(distribution.above(-100)).isEqualTo(1);
        assertThat(distribution.above(100)).isZero();
        assertThat(distribution.below(-100)).isZero();
    }

    @Test
    void theOtherSignOfEverySurpriseTurnsTheDistribution() {
        double[] sizes = random(2, 50);
        double[] turned = DoubleStream.of(sizes).map(size -> -size).toArray();

        assertThat(of(turned).below(-1.25)).isCloseTo(of(sizes).above(1.25), within(1e-14));
    }

    @Test
    void aScaleMovesBothTheBandwidthAndTheSizes() {
        double[] sizes = random(3, 50);
        double[] doubled = DoubleStream.of(sizes).map(size -> 2 * size).toArray();

        assertThat(of(doubled).bandwidth()).isCloseTo(2 * of(sizes).bandwidth(), within(1e-14));
        assertThat(of(doubled).above(3)).isCloseTo(of(sizes).above(1.5), within(1e-14));
    }

    @Test
    void noOrderOfTheSurprisesHasAPartInIt() {
        List<StandardisedSurprise> surprises = new ArrayList<>(surprises(random(4, 70)));
        SurpriseDistribution distribution = SurpriseDistribution.of(surprises);
        Collections.shuffle(surprises, new Random(4));

        assertThat(SurpriseDistribution.of(surprises).above(0.7)).isEqualTo(distribution.above(0.7));
    }

    @Test
    void surprisesWithoutAUsableZAreLeftOut() {
        List<StandardisedSurprise> surprises = new ArrayList<>(surprises(random(5, 30)));
        SurpriseDistribution distribution = SurpriseDistribution.of(surprises);
        surprises.add(new StandardisedSurprise(
                Samples.release("us-cpi", 99, "9.0", "2.0"),
                null,
                BigDecimal.TEN,
                1.0,
                30,
                70.0,
                null,
                StandardisedSurprise.Reason.SUSPECT,
                Set.of()));

        assertThat(SurpriseDistribution.of(surprises).observations()).isEqualTo(30);
        assertThat(SurpriseDistribution.of(surprises).above(2)).isEqualTo(distribution.above(2));
    }

    @Test
    void fewSurprisesAndEqualOnesHaveNoProbability() {
        double[] few = random(6, SurpriseDistribution.FEWEST - 1);
        double[] equal = new double[SurpriseDistribution.FEWEST];

        assertThat(of(few).isKnown()).isFalse();
        assertThat(of(random(6, SurpriseDistribution.FEWEST)).isKnown()).isTrue();
        assertThat(of(equal).isKnown()).isFalse();
        assertThat(of(equal).bandwidth()).isZero();
        assertThat(of().bandwidth()).isZero();
        assertThat(of().observations()).isZero();
        assertThat(of(1.5).bandwidth()).isZero();
        assertThatThrownBy(() -> of(few).above(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("23 surprises");
    }
}
