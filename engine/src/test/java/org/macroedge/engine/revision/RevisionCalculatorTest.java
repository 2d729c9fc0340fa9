package org.macroedge.engine.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Verdict;

class RevisionCalculatorTest {

    private static final String ID = "us-core-cpi";
    private final RevisionCalculator calculator = new RevisionCalculator();
    private final Indicator monthly = Samples.indicator(ID, Region.US, Category.INFLATION);

    /// Monthly releases of 2.0 whose previous figures differ by 0.1 from what stood.
    private static List<ObservedRelease> revised(int count) {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int month = 0; month < count; month++) {
            releases.add(RevisionFixture.release(ID, month * 30L, "2.0", month == 0 ? null : "2.1"));
        }
        return releases;
    }

    private List<Revision> revisions(List<ObservedRelease> releases) {
        return RevisionFixture.revisions(calculator.calculate(monthly, releases));
    }

    @Test
    void aPreviousFigureRevisesTheReleaseBefore() {
        List<RevisedRelease> rows = calculator.calculate(
                monthly,
                List.of(
                        RevisionFixture.release(ID, 0, "943000", "850000"),
                        RevisionFixture.release(ID, 30, "235000", "1053000")));

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().revisions()).isEmpty();
        Revision revision = rows.getFirst().revisions().getFirst();
        assertThat(revision.before()).isEqualByComparingTo("943000");
        assertThat(revision.after()).isEqualByComparingTo("1053000");
        assertThat(revision.size()).isEqualByComparingTo("110000");
        assertThat(revision.knownAt()).isEqualTo(rows.getLast().release().releasedAt());
        assertThat(revision.announcing()).isEqualTo(rows.getLast().release());
    }

    @Test
    void thereIsNoScaleBeforeTheEleventhRevision() {
        List<Revision> found = revisions(revised(12));

        assertThat(found).hasSize(11);
        assertThat(found.subList(0, 10))
                .allMatch(revision -> revision.sigma() == null
                        && revision.standardised() == null
                        && revision.reason() == Revision.Reason.INSUFFICIENT_HISTORY
                        && !revision.isProvisional()
                        && !revision.isLarge());
        Revision last = found.getLast();
        assertThat(last.sigma()).isCloseTo(0.14826, within(1e-12));
        assertThat(last.standardised()).isCloseTo(1 / 1.4826, within(1e-12));
        assertThat(last.sigmaObservations()).isEqualTo(10);
        assertThat(last.reason()).isNull();
    }

    @Test
    void aScaleOfFewerRevisionsThanItsHalfLifeIsProvisional() {
        List<Revision> found = revisions(revised(26));

        assertThat(found.get(23).isProvisional()).isTrue();
        assertThat(found.get(23).sigmaObservations()).isEqualTo(23);
        assertThat(found.get(24).isProvisional()).isFalse();
    }

    @Test
    void aFigureStatedAgainIsARevisionOfZeroThatCountsInTheScale() {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            releases.add(RevisionFixture.release(ID, month * 30L, "2.0", month == 0 ? null : "2.0"));
        }
        Revision last = revisions(releases).getLast();

        assertThat(last.size()).isZero();
        assertThat(last.sigma()).isEqualTo(monthly.sigmaFloor());
        assertThat(last.standardised()).isEqualTo(0.0);
        assertThat(last.sigmaObservations()).isEqualTo(10);
    }

    @Test
    void aRevisionOfMoreThanFourSigmaIsLarge() {
        assertThat(last("2.5").isLarge()).isFalse(); // 0.5 / 0.14826 = 3.4
        assertThat(last("2.6").isLarge()).isTrue(); // 0.6 / 0.14826 = 4.05
        assertThat(last("1.4").isLarge()).isTrue();
    }

    private Revision last(String previous) {
        List<ObservedRelease> releases = revised(11);
        releases.add(RevisionFixture.release(ID, 330, "2.0", previous));
        return revisions(releases).getLast();
    }

    @Test
    void whereAReleaseBetweenIsMissingNothingIsCompared() {
        List<ObservedRelease> releases = List.of(
                RevisionFixture.release(ID, 0, "2.0", null),
                RevisionFixture.release(ID, 46, "2.0", "2.2"),
                RevisionFixture.release(ID, 91, "2.0", "2.1"));

        assertThat(revisions(releases))
                .extracting(revision -> revision.size().toPlainString())
                .containsExactly("0.1");
    }

    @Test
    void declaredPeriodsDecideAndInferredOnesDoNot() {
        LocalDate january = LocalDate.of(2015, 1, 1);
        ObservedRelease first = RevisionFixture.of(Samples.release(ID, 0, "2.0", null), january, true, null);
        ObservedRelease late =
                RevisionFixture.of(Samples.release(ID, 60, "2.5", null), january.plusMonths(2), true, "2.3");
        ObservedRelease second =
                RevisionFixture.of(Samples.release(ID, 70, "2.4", null), january.plusMonths(1), true, "2.2");
        ObservedRelease inferred =
                RevisionFixture.of(Samples.release(ID, 30, "2.4", null), january.plusMonths(5), false, "2.1");

        assertThat(calculator.calculate(monthly, List.of(first, late, second)))
                .extracting(row -> row.revisions().stream()
                        .map(revision -> revision.size().toPlainString())
                        .toList())
                .containsExactly(List.of("0.2"), List.of(), List.of());
        assertThat(revisions(List.of(first, inferred))).hasSize(1);
    }

    @Test
    void anotherReleaseOfTheNextPeriodRevisesWhatTheFirstStated() {
        LocalDate january = LocalDate.of(2015, 1, 1);
        List<Revision> found = revisions(List.of(
                RevisionFixture.of(Samples.release(ID, 0, "2.0", null), january, true, null),
                RevisionFixture.of(Samples.release(ID, 30, "2.5", null), january.plusMonths(1), true, "2.3"),
                RevisionFixture.of(Samples.release(ID, 33, "2.4", null), january.plusMonths(1), true, "2.2")));

        assertThat(found).extracting(Revision::before).containsExactly(new BigDecimal("2.0"), new BigDecimal("2.3"));
        assertThat(found.getLast().size()).isEqualByComparingTo("-0.1");
    }

    @Test
    void periodsOfAllFrequenciesFollowOneAnother() {
        assertThat(declared(Frequency.WEEKLY, LocalDate.of(2015, 1, 9), LocalDate.of(2015, 1, 12)))
                .hasSize(1);
        assertThat(declared(Frequency.WEEKLY, LocalDate.of(2015, 1, 1), LocalDate.of(2015, 1, 12)))
                .isEmpty();
        assertThat(declared(Frequency.QUARTERLY, LocalDate.of(2014, 10, 1), LocalDate.of(2015, 2, 1)))
                .hasSize(1);
        assertThat(declared(Frequency.IRREGULAR, LocalDate.of(2014, 1, 1), LocalDate.of(2015, 2, 1)))
                .hasSize(1);
    }

    private List<Revision> declared(Frequency frequency, LocalDate before, LocalDate period) {
        Indicator indicator = Samples.indicator(ID, Region.US, Category.INFLATION, frequency, null, null);
        return RevisionFixture.revisions(calculator.calculate(
                indicator,
                List.of(
                        RevisionFixture.of(Samples.release(ID, 0, "2.0", null), before, true, null),
                        RevisionFixture.of(Samples.release(ID, 7, "2.5", null), period, true, "2.3"))));
    }

    @Test
    void whatAPersonSetAsideNeitherStatesARevisionNorHasOne() {
        ObservedRelease first = RevisionFixture.release(ID, 0, "2.0", null);
        ObservedRelease second = RevisionFixture.release(ID, 30, "2.0", "2.1");

        assertThat(revisions(List.of(Cases.stated(first, Verdict.DOUBTFUL), second)))
                .isEmpty();
        assertThat(revisions(List.of(first, Cases.stated(second, Verdict.WITHDRAWN))))
                .isEmpty();
        assertThat(revisions(List.of(first, Cases.stated(second, Verdict.CONFIRMED))))
                .hasSize(1);
    }

    /// A second print of August two days after the first, which was taken back.
    @Test
    void aReleaseThatWasSetAsideDoesNotHideTheOneBeforeIt() {
        ObservedRelease august = RevisionFixture.release(ID, 0, "2.0", null);
        ObservedRelease again = Cases.stated(RevisionFixture.release(ID, 2, "2.4", null), Verdict.WITHDRAWN);
        ObservedRelease september = RevisionFixture.release(ID, 30, "2.2", "2.1");

        assertThat(revisions(List.of(august, again, september)))
                .extracting(Revision::before)
                .containsExactly(new BigDecimal("2.0"));
    }

    /// Two periods that were published together.
    @Test
    void revisionsOfOneInstantShareTheScaleBeforeIt() {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int month = 0; month < 13; month++) {
            LocalDate period = LocalDate.of(2015, 1, 1).plusMonths(month);
            long day = Math.min(month, 11) * 30L;
            releases.add(RevisionFixture.of(Samples.release(ID, day, "2." + month % 9, null), period, true, "3.0"));
        }

        List<Revision> found = revisions(releases);

        assertThat(found).hasSize(12);
        assertThat(found.subList(10, 12))
                .extracting(Revision::sigmaObservations)
                .containsExactly(10, 10);
        assertThat(found.get(10).sigma()).isEqualTo(found.get(11).sigma());
    }

    @Test
    void aDeclaredPeriodIsComparedWithTheReleaseBeforeWhereThatDeclaresNone() {
        ObservedRelease first = RevisionFixture.of(Samples.release(ID, 0, "2.0", null), null, false, null);
        ObservedRelease second =
                RevisionFixture.of(Samples.release(ID, 30, "2.5", null), LocalDate.of(2015, 2, 1), true, "2.3");

        assertThat(revisions(List.of(first, second)))
                .extracting(Revision::size)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.3"));
    }

    @Test
    void sourcesAreNotComparedWithOneAnother() {
        ObservedRelease first = RevisionFixture.release(ID, 0, "2.0", null);
        ObservedRelease second = RevisionFixture.release(ID, 30, "2.0", "2.1");
        ObservedRelease other = new ObservedRelease(
                second.releaseId(),
                second.indicator(),
                second.releasedAt(),
                null,
                false,
                second.actual(),
                second.previous(),
                "another",
                List.of(),
                second.marks(),
                null);

        assertThat(revisions(List.of(first, other))).isEmpty();
    }

    @Test
    void whereThePreviousIsAnEarlierStageThereAreNoRevisions() {
        List<RevisedRelease> rows = calculator.calculate(RevisionFixture.ofPriorStage(monthly), revised(3));

        assertThat(rows).hasSize(3).allMatch(row -> row.revisions().isEmpty());
    }
}
