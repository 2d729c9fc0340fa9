package org.macroedge.engine.surprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Prior;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;

class SurpriseCalculatorTest {

    private static final String ID = "us-core-cpi";
    private final SurpriseCalculator calculator = new SurpriseCalculator();
    private final Indicator monthly = Samples.indicator(ID, Region.US, Category.INFLATION);
    private final Indicator policy =
            Samples.indicator("us-fed-funds", Region.US, Category.MONETARY, Frequency.IRREGULAR, null, null);

    private static List<ObservedRelease> steady(int count) {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int month = 0; month < count; month++) {
            releases.add(Samples.release(ID, month * 30L, "2.1", "2.0"));
        }
        return releases;
    }

    @Test
    void givesNoZBeforeTheEleventhSurprise() {
        List<StandardisedSurprise> surprises = calculator.calculate(monthly, steady(11));
        assertThat(surprises.subList(0, 10))
                .allMatch(s -> s.reason() == StandardisedSurprise.Reason.INSUFFICIENT_HISTORY && !s.usable());
        assertThat(surprises.getLast().sigma()).isCloseTo(0.14826, within(1e-12));
        assertThat(surprises.getLast().z()).isCloseTo(1 / 1.4826, within(1e-12));
        assertThat(surprises.getLast().surprise()).isEqualByComparingTo("0.1");
    }

    @Test
    void usesAPriorOnlyForReleasesAfterItsData() {
        Prior prior = new Prior(
                new BigDecimal("0.2"), LocalDate.of(2000, 1, 1), LocalDate.of(2015, 3, 1), "a study, table 1");
        Indicator withPrior = Samples.indicator(ID, Region.US, Category.INFLATION, Frequency.MONTHLY, null, prior);
        List<StandardisedSurprise> surprises = calculator.calculate(withPrior, steady(3));
        assertThat(surprises.get(1).usable()).isFalse();
        assertThat(surprises.get(2).z()).isCloseTo(0.5, within(1e-12));
        assertThat(surprises.get(2).marks()).contains(Mark.PROVISIONAL);
    }

    @Test
    void clipsAndKeepsTheRawValue() {
        List<ObservedRelease> releases = steady(10);
        releases.add(Samples.release(ID, 400, "9.0", "2.0"));
        StandardisedSurprise last = calculator.calculate(monthly, releases).getLast();
        assertThat(last.z()).isEqualTo(4);
        assertThat(last.zRaw()).isGreaterThan(40);
        assertThat(last.marks()).contains(Mark.CLIPPED);
    }

    @Test
    void zeroIsAValueAndMissingIsNotZero() {
        List<ObservedRelease> releases = steady(10);
        releases.add(Samples.release(ID, 400, "2.0", "2.0"));
        List<StandardisedSurprise> surprises = calculator.calculate(monthly, releases);
        assertThat(surprises.get(10).z()).isZero();
        StandardisedSurprise first = calculator
                .calculate(monthly, List.of(Samples.release(ID, 0, "2.0", null)))
                .getFirst();
        assertThat(first.z()).isNull();
        assertThat(first.reason()).isEqualTo(StandardisedSurprise.Reason.NOTHING_EXPECTED);
    }

    @Test
    void releasesOfOneInstantShareTheScaleBeforeIt() {
        List<ObservedRelease> releases = steady(10);
        releases.add(Samples.release(ID, 400, "3.0", "2.0"));
        ObservedRelease twin = Samples.release(ID, 400, "3.5", "2.0");
        releases.add(new ObservedRelease(
                twin.releaseId().numbered(2),
                twin.indicator(),
                twin.releasedAt(),
                null,
                false,
                twin.actual(),
                null,
                "test",
                twin.forecasts(),
                Set.of(),
                null));
        List<StandardisedSurprise> surprises = calculator.calculate(monthly, releases);
        assertThat(surprises.get(11).sigma()).isEqualTo(surprises.get(10).sigma());
    }

    @Test
    void anInferredPeriodDoesNotDecideWhichOfTwoTeachesTheScaleFirst() {
        assertThat(scaleAfterTwins(LocalDate.of(2014, 1, 1), false)).isEqualTo(scaleAfterTwins(null, false));
        assertThat(scaleAfterTwins(LocalDate.of(2014, 1, 1), true)).isNotEqualTo(scaleAfterTwins(null, false));
    }

    /// The scale after two releases of one instant, the first with a declared period, the second with the one given.
    private Double scaleAfterTwins(@Nullable LocalDate period, boolean declared) {
        List<ObservedRelease> releases = steady(10);
        releases.add(withPeriod(Samples.release(ID, 400, "3.0", "2.0"), LocalDate.of(2014, 6, 1), true));
        releases.add(withPeriod(Samples.release(ID, 400, "2.1", "2.0"), period, declared));
        releases.add(Samples.release(ID, 430, "2.0", "2.0"));
        return calculator.calculate(monthly, releases).getLast().sigma();
    }

    private static ObservedRelease withPeriod(ObservedRelease release, @Nullable LocalDate period, boolean declared) {
        return new ObservedRelease(
                release.releaseId().numbered(release.actual().unscaledValue().intValueExact()),
                release.indicator(),
                release.releasedAt(),
                period,
                declared,
                release.actual(),
                null,
                "test",
                release.forecasts(),
                Set.of(),
                null);
    }

    @Test
    void measuresAPolicyDecisionWithoutAForecastAgainstTheRateInForce() {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int meeting = 0; meeting < 10; meeting++) {
            releases.add(Samples.release("us-fed-funds", meeting * 45L, "0.25", meeting == 0 ? "0.25" : null));
        }
        releases.add(Samples.release("us-fed-funds", 450, "0.75", null));
        StandardisedSurprise jump = calculator.calculate(policy, releases).getLast();
        assertThat(jump.surprise()).isEqualByComparingTo("0.50");
        assertThat(jump.forecast().kind()).isEqualTo(ForecastKind.NAIVE);
        assertThat(jump.marks()).contains(Mark.NO_FORECAST, Mark.CLIPPED);
        assertThat(jump.zRaw()).isCloseTo(5, within(1e-12));
    }

    @Test
    void prefersTheSurveyAndNeverLooksPastTheRelease() {
        Instant at = Samples.START;
        ObservedForecast late = new ObservedForecast(ForecastKind.SURVEY, new BigDecimal("9"), "a", 9, at);
        ObservedForecast survey =
                new ObservedForecast(ForecastKind.SURVEY, new BigDecimal("2"), "a", 1, at.minusSeconds(60));
        ObservedForecast older =
                new ObservedForecast(ForecastKind.SURVEY, new BigDecimal("3"), "a", 1, at.minusSeconds(90));
        ObservedForecast model = new ObservedForecast(ForecastKind.MODEL, new BigDecimal("4"), "m", 5, null);
        ObservedForecast manual = new ObservedForecast(ForecastKind.MANUAL, new BigDecimal("5"), "me", 5, null);
        assertThat(chosen(late, older, survey, model)).isEqualByComparingTo("2");
        assertThat(chosen(late, manual, model)).isEqualByComparingTo("4");
        assertThat(chosen(manual)).isEqualByComparingTo("5");
    }

    private BigDecimal chosen(ObservedForecast... forecasts) {
        ObservedRelease release = new ObservedRelease(
                Samples.id(ID, 0),
                new IndicatorId(ID),
                Samples.START,
                null,
                false,
                BigDecimal.TEN,
                null,
                "test",
                List.of(forecasts),
                Set.of(),
                null);
        return calculator
                .calculate(monthly, List.of(release))
                .getFirst()
                .forecast()
                .value();
    }

    @Test
    void laterReleasesNeverChangeAnEarlierSurprise() {
        List<ObservedRelease> releases = Samples.monthly(ID, 120, new SplittableRandom(3));
        List<StandardisedSurprise> whole = calculator.calculate(monthly, releases);
        for (int cut = 1; cut < 120; cut += 7) {
            assertThat(calculator.calculate(monthly, releases.subList(0, cut))).isEqualTo(whole.subList(0, cut));
        }
    }
}
