package org.macroedge.engine.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Region;

/// What holds for any releases.
class RevisionLawsTest {

    private static final String ID = "us-core-cpi";
    private static final int MONTHS = 60;

    private final RevisionCalculator calculator = new RevisionCalculator();
    private final Indicator indicator = Samples.indicator(ID, Region.US, Category.INFLATION);

    /// Monthly releases with random surprises whose previous figures are revised at random, by 0 in a third of them.
    private static List<ObservedRelease> releases(SplittableRandom random, int scale) {
        List<ObservedRelease> releases = new ArrayList<>();
        for (ObservedRelease release : Samples.monthly(ID, MONTHS, random)) {
            BigDecimal before =
                    releases.isEmpty() ? BigDecimal.ZERO : releases.getLast().actual();
            int tenths = random.nextInt(3) == 0 ? 0 : random.nextInt(-9, 10);
            String previous =
                    before.add(BigDecimal.valueOf((long) tenths * scale, 1)).toPlainString();
            releases.add(RevisionFixture.of(release, null, false, previous));
        }
        return releases;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theyNeverChangeAZ(long seed) {
        List<ObservedRelease> asRevised = releases(new SplittableRandom(seed), 1);
        List<ObservedRelease> unrevised = asRevised.stream()
                .map(release -> RevisionFixture.of(release, null, false, null))
                .toList();

        assertThat(RevisionFixture.revisions(calculator.calculate(indicator, asRevised)))
                .hasSizeGreaterThan(MONTHS / 2);
        assertThat(standardised(asRevised)).isEqualTo(standardised(unrevised));
    }

    private List<String> standardised(List<ObservedRelease> releases) {
        return new SurpriseCalculator()
                .calculate(indicator, releases).stream()
                        .map((StandardisedSurprise surprise) -> surprise.surprise() + " " + surprise.sigma() + " "
                                + surprise.z() + " " + surprise.reason())
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void laterReleasesChangeNoEarlierRevisionNorItsScale(long seed) {
        List<ObservedRelease> all = releases(new SplittableRandom(seed), 1);
        List<Revision> known = RevisionFixture.revisions(calculator.calculate(indicator, all));

        for (int count = 0; count <= MONTHS; count++) {
            List<Revision> then = RevisionFixture.revisions(calculator.calculate(indicator, all.subList(0, count)));
            assertThat(then).as("seed %d, %d releases", seed, count).isEqualTo(known.subList(0, then.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfTheInputDecidesNothing(long seed) {
        List<ObservedRelease> all = releases(new SplittableRandom(seed), 1);
        List<ObservedRelease> other = new ArrayList<>(all);
        Collections.shuffle(other, new Random(seed));

        assertThat(calculator.calculate(indicator, other)).isEqualTo(calculator.calculate(indicator, all));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aChangeOfSignOfAllFiguresChangesTheSignOfSizesAlone(long seed) {
        List<ObservedRelease> all = releases(new SplittableRandom(seed), 1);
        List<Revision> known = RevisionFixture.revisions(calculator.calculate(indicator, all));
        List<Revision> negated = RevisionFixture.revisions(calculator.calculate(
                indicator, all.stream().map(RevisionFixture::negated).toList()));

        assertThat(negated).extracting(Revision::sigma).isEqualTo(sigmas(known));
        assertThat(negated)
                .extracting(Revision::size)
                .isEqualTo(
                        known.stream().map(revision -> revision.size().negate()).toList());
    }

    private static List<@Nullable Double> sigmas(List<Revision> revisions) {
        List<@Nullable Double> sigmas = new ArrayList<>();
        revisions.forEach(revision -> sigmas.add(revision.sigma()));
        return sigmas;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theStandardisedSizeDoesNotDependOnTheUnit(long seed) {
        List<Revision> known =
                RevisionFixture.revisions(calculator.calculate(indicator, releases(new SplittableRandom(seed), 1)));
        List<Revision> larger =
                RevisionFixture.revisions(calculator.calculate(indicator, releases(new SplittableRandom(seed), 100)));

        for (int index = 10; index < known.size(); index++) {
            assertThat(Objects.requireNonNull(larger.get(index).standardised()))
                    .as("seed %d, revision %d", seed, index)
                    .isCloseTo(Objects.requireNonNull(known.get(index).standardised()), within(1e-9));
        }
    }
}
