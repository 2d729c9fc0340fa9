package org.macroedge.engine.surprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;
import org.macroedge.engine.vocabulary.Verdict;

class SuspectCasesTest {

    /// Its σ is at least 0.1, and it is no policy rate.
    private static final Indicator INDICATOR = Cases.indicator(
            Samples.indicator("us-x", Region.US, Category.GROWTH, Frequency.IRREGULAR, null, null),
            "percent",
            Frequency.IRREGULAR,
            false,
            3,
            Stage.FIRST,
            "x",
            null,
            null);

    private static Instant day(int number) {
        return Samples.START.plusSeconds(number * Samples.DAY);
    }

    private static List<ObservedRelease> history(String moves) {
        List<ObservedRelease> releases = new ArrayList<>();
        for (String part : Cases.list(moves)) {
            String[] cells = part.split("\\*");
            for (int repeated = 0; repeated < Integer.parseInt(cells[1]); repeated++) {
                boolean none = cells[0].equals("-");
                String actual = none ? "0" : new BigDecimal(cells[0]).negate().toPlainString();
                releases.add(Cases.row(day(releases.size()), "-", none ? "-" : "0", actual, actual));
            }
        }
        return releases;
    }

    private static List<StandardisedSurprise> calculate(List<ObservedRelease> releases) {
        return new SurpriseCalculator().calculate(INDICATOR, releases);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/suspect.csv", numLinesToSkip = 1)
    void theRuleTellsErrorsFromExtremes(
            String rule,
            String moves,
            String actual,
            String previous,
            String forecast,
            String verdict,
            String expected) {
        List<ObservedRelease> releases = history(moves);
        ObservedRelease last = Cases.row(day(releases.size()), "-", previous, actual, forecast);
        releases.add(Cases.stated(last, verdict.equals("-") ? null : Verdict.ofCode(verdict)));

        StandardisedSurprise surprise = calculate(releases).getLast();

        double zRaw = last.actual().subtract(new BigDecimal(forecast)).doubleValue() / 0.1;
        boolean counts = expected.equals("counts");
        assertThat(surprise.reason() == null ? "counts" : surprise.reason().code())
                .isEqualTo(expected);
        assertThat(surprise.sigma()).isEqualTo(0.1);
        assertThat(surprise.zRaw()).isEqualTo(zRaw);
        assertThat(surprise.z()).isEqualTo(counts ? Double.valueOf(Math.clamp(zRaw, -4, 4)) : null);
        assertThat(surprise.usable()).isEqualTo(counts);
        assertThat(surprise.isLeftOut()).isEqualTo(!counts);
        assertThat(surprise.isExtreme()).isEqualTo(counts && Math.abs(zRaw) > 10);
        assertThat(surprise.marks().contains(Mark.SUSPECT)).isEqualTo(expected.equals("suspect"));
        assertThat(surprise.marks().contains(Mark.CLIPPED)).isEqualTo(counts && Math.abs(zRaw) > 4);
        assertThat(surprise.marks().contains(Mark.CONFIRMED)).isEqualTo(verdict.equals("confirmed"));
        assertThat(surprise.marks().contains(Mark.DOUBTFUL)).isEqualTo(verdict.equals("doubtful"));
        assertThat(surprise.marks().contains(Mark.CANCELLED)).isEqualTo(verdict.equals("cancelled"));
        assertThat(surprise.marks().contains(Mark.WITHDRAWN)).isEqualTo(verdict.equals("withdrawn"));
    }

    @Test
    void aSuspectLeavesTheScaleAsItWasAndItsMoveIsRemembered() {
        List<ObservedRelease> releases = history("0.2*10");
        releases.add(Cases.row(day(10), "-", "2.0", "2.1", "20.0"));
        releases.add(Cases.row(day(11), "-", "2.1", "2.1", "2.0"));
        assertThat(calculate(releases).getLast().sigma()).isEqualTo(0.1);
        assertThat(calculate(releases).getLast().sigmaObservations()).isEqualTo(10);

        releases.set(10, Cases.stated(releases.get(10), Verdict.CONFIRMED));
        assertThat(calculate(releases).getLast().sigmaObservations()).isEqualTo(11);
    }

    @Test
    void whatIsReleasedTogetherIsJudgedByWhatWasKnownBefore() {
        List<ObservedRelease> releases = history("0.2*10");
        for (int twin = 0; twin < 20; twin++) {
            releases.add(Cases.row(day(10), "2016-01-%02d".formatted(twin + 1), "2.0", "9.0", "9.0"));
        }
        releases.add(Cases.row(day(10), "2016-02-01", "2.0", "2.61", "9.0"));
        assertThat(calculate(releases).getLast().reason()).isNull();
        releases.add(Cases.row(day(11), "2016-03-01", "2.0", "2.61", "9.0"));
        assertThat(calculate(releases).getLast().reason()).isEqualTo(StandardisedSurprise.Reason.SUSPECT);
    }

    @Test
    void withoutAScaleNothingIsSuspect() {
        List<ObservedRelease> releases = history("0.2*9");
        releases.add(Cases.row(day(9), "-", "2.0", "2.1", "20.0"));
        assertThat(calculate(releases).getLast().reason()).isEqualTo(StandardisedSurprise.Reason.INSUFFICIENT_HISTORY);
    }

    @ParameterizedTest
    @EnumSource(names = "CONFIRMED", mode = EnumSource.Mode.EXCLUDE)
    void whatAPersonSetAsideChangesNothingThatFollows(Verdict verdict) {
        List<ObservedRelease> releases = history("0.2*6;0.3*6");
        releases.add(Cases.row(day(20), "-", "2.0", "2.3", "2.2"));
        releases.add(Cases.row(day(21), "-", "2.0", "2.75", "9.0"));
        List<StandardisedSurprise> without = calculate(releases);
        releases.add(Cases.stated(Cases.row(day(12), "-", "2.0", "9.0", "4.0"), verdict));
        releases.add(Cases.stated(Cases.row(day(12), "-", "2.0", "9.0", "-"), verdict));

        List<StandardisedSurprise> with = calculate(releases);

        assertThat(with.subList(0, 12)).isEqualTo(without.subList(0, 12));
        assertThat(with.subList(14, 16)).isEqualTo(without.subList(12, 14));
        assertThat(with.subList(12, 14))
                .extracting(surprise -> surprise.reason().code())
                .containsOnly(verdict.code());
    }
}
