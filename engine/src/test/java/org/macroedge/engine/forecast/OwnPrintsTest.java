package org.macroedge.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.release.ObservedRelease;

/// What holds of the forecasts from any prints, and of prints from which little or nothing follows.
class OwnPrintsTest {

    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final int PRINTS = 130;

    /// Prints that fall back halfway to 2 and sometimes come in twos and threes.
    private static List<List<ObservedRelease>> instants(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<ObservedRelease>> instants = new ArrayList<>();
        double value = 2;
        for (int day = 0; day < PRINTS; day++) {
            List<ObservedRelease> together = new ArrayList<>();
            for (int twin = 0; twin <= Math.max(0, random.nextInt(-8, 3)); twin++) {
                value = 1 + value / 2 + random.nextGaussian();
                together.add(PrintFixture.print(
                        day, BigDecimal.valueOf(Math.round(value * 10), 1).toPlainString()));
            }
            instants.add(together);
        }
        return instants;
    }

    private static OwnPrints of(List<List<ObservedRelease>> instants) {
        OwnPrints prints = PrintFixture.prints(TENTH);
        instants.forEach(prints::add);
        return prints;
    }

    /// Without asking in between, anew for each instant, and along one walk: the same figures.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aWalkAndAComputationAnewAreEqualAndLaterPrintsChangeNothing(long seed) {
        List<List<ObservedRelease>> instants = instants(seed);
        OwnPrints walk = PrintFixture.prints(TENTH);
        int models = 0;
        for (int known = 0; known < instants.size(); known++) {
            Optional<OwnForecasts> forecasts = walk.forecasts();
            assertThat(of(instants.subList(0, known)).forecasts()).isEqualTo(forecasts);
            models += forecasts.isPresent() && forecasts.get().best() != OwnForecastKind.NAIVE ? 1 : 0;
            walk.add(instants.get(known));
        }
        assertThat(models).as("seed %d", seed).isGreaterThan(20);
    }

    /// The sums themselves, not only what is left of them after rounding to a step.
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void theUnroundedForecastsHaveTheSameBits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(PRINTS).toArray();
        ConditionalLeastSquares walk = new ConditionalLeastSquares();
        for (int known = 0; known < PRINTS; known++) {
            ConditionalLeastSquares anew = new ConditionalLeastSquares();
            for (int index = 0; index < known; index++) {
                anew.add(values[index]);
            }
            assertThat(anew.hasModel()).isEqualTo(walk.hasModel()).isEqualTo(known >= 4);
            if (walk.hasModel()) {
                assertThat(anew.ar1()).isEqualTo(walk.ar1());
                assertThat(anew.arma11()).isEqualTo(walk.arma11());
            }
            walk.add(values[known]);
        }
    }

    @Test
    void thePrintsOfOneInstantDoNotSeeEachOther() {
        OwnPrints prints = PrintFixture.prints(TENTH);
        prints.add(List.of(PrintFixture.print(1, "2.0")));
        OwnForecasts known = prints.forecasts().orElseThrow();
        prints.add(List.of(PrintFixture.print(2, "3.0"), PrintFixture.print(2, "4.0")));

        assertThat(known.naive()).isEqualByComparingTo("2.0");
        assertThat(prints.forecasts().orElseThrow().naive()).isEqualByComparingTo("4.0");
    }

    /// 1.23 is no multiple of 0.1: naive is the print, a model is what the publisher can report.
    @Test
    void naiveIsThePrintAndAModelAMultipleOfTheStep() {
        OwnPrints prints = PrintFixture.prints(TENTH);
        SplittableRandom random = new SplittableRandom(11);
        for (int day = 0; day < 40; day++) {
            prints.add(List.of(PrintFixture.print(day, "1." + random.nextInt(100, 1000))));
        }
        prints.add(List.of(PrintFixture.print(40, "1.23")));
        OwnForecasts forecasts = prints.forecasts().orElseThrow();

        assertThat(forecasts.naive()).isEqualTo(new BigDecimal("1.23"));
        assertThat(forecasts.ar1())
                .isNotNull()
                .satisfies(value -> assertThat(value.remainder(TENTH)).isEqualByComparingTo("0"));
    }

    @Test
    void aLatePrintOfAnOlderPeriodDoesNotExtendTheSeries() {
        OwnPrints prints = PrintFixture.prints(TENTH);
        prints.add(List.of(PrintFixture.print(1, "2.0", LocalDate.of(2014, 11, 1))));
        prints.add(List.of(PrintFixture.print(31, "2.4", LocalDate.of(2015, 1, 1))));
        prints.add(List.of(PrintFixture.print(40, "9.9", LocalDate.of(2014, 12, 1))));
        assertThat(prints.forecasts().orElseThrow().naive()).isEqualByComparingTo("2.4");

        prints.add(List.of(PrintFixture.print(61, "2.6")));
        assertThat(prints.forecasts().orElseThrow().naive()).isEqualByComparingTo("2.6");
    }

    /// The second release is of 5 February 2015: a period from 9 March on is more than a month, 31 days, later.
    @ParameterizedTest
    @CsvSource({"2015-03-01, 2.4", "2015-03-08, 2.4", "2015-03-09, 2.6", "2051-01-01, 2.6"})
    void aPeriodThatCannotBeIsNotDeclaredAndMakesNoLaterPrintLate(LocalDate period, String naive) {
        OwnPrints prints = PrintFixture.prints(TENTH);
        prints.add(List.of(PrintFixture.print(1, "2.0", LocalDate.of(2014, 12, 1))));
        prints.add(List.of(PrintFixture.print(31, "2.4", period)));
        prints.add(List.of(PrintFixture.print(61, "2.6", LocalDate.of(2015, 2, 1))));
        assertThat(prints.forecasts().orElseThrow().naive()).isEqualByComparingTo(naive);
    }

    /// The forecasts were for the first of the prints of an instant.
    @Test
    void ofACatchUpTheFirstPrintAloneIsHeldAgainstTheForecasts() {
        int different = 0;
        for (long seed = 1; seed <= 20; seed++) {
            OwnPrints prints = PrintFixture.prints(TENTH);
            OutOfSampleErrors first = new OutOfSampleErrors();
            OutOfSampleErrors every = new OutOfSampleErrors();
            for (List<ObservedRelease> together : instants(seed)) {
                prints.forecasts().ifPresent(known -> {
                    first.add(known, together.getFirst().actual());
                    together.forEach(release -> every.add(known, release.actual()));
                });
                prints.add(together);
                OwnForecasts next = prints.forecasts().orElseThrow();
                assertThat(next.best()).isEqualTo(next.ar1() == null ? OwnForecastKind.NAIVE : first.best());
                different += first.best() == every.best() ? 0 : 1;
            }
        }
        assertThat(different).isGreaterThan(10);
    }

    @Test
    void modelsStartAtTwentyFourPrints() {
        List<List<ObservedRelease>> instants = instants(7);
        int taken = 0;
        OwnPrints prints = PrintFixture.prints(TENTH);
        for (List<ObservedRelease> together : instants) {
            Optional<OwnForecasts> forecasts = prints.forecasts();
            assertThat(forecasts.isPresent()).isEqualTo(taken > 0);
            assertThat(forecasts.map(OwnForecasts::ar1).isPresent()).isEqualTo(taken >= OwnPrints.FEWEST);
            assertThat(forecasts.map(OwnForecasts::arma11).isPresent()).isEqualTo(taken >= OwnPrints.FEWEST);
            if (taken < OwnPrints.FEWEST + OutOfSampleErrors.WINDOW && forecasts.isPresent()) {
                assertThat(forecasts.get().best()).isEqualTo(OwnForecastKind.NAIVE);
            }
            prints.add(together);
            taken += together.size();
        }
    }

    /// Constant; constant in another unit; squares beyond a double; values beyond one.
    @ParameterizedTest
    @ValueSource(strings = {"2.5", "0", "-7e20", "1e200/-1e200", "1e400/-1e400", "1e308/1e-308"})
    void aDegenerateSeriesHasItsLastPrintAlone(String cell) {
        String[] values = cell.split("/");
        OwnPrints prints = PrintFixture.prints(TENTH);
        for (int day = 0; day < 60; day++) {
            prints.add(List.of(PrintFixture.print(day, values[day % values.length])));
            OwnForecasts forecasts = prints.forecasts().orElseThrow();
            assertThat(forecasts)
                    .isEqualTo(new OwnForecasts(
                            new BigDecimal(values[day % values.length]), null, null, OwnForecastKind.NAIVE));
            assertThat(forecasts.bestValue()).isEqualTo(forecasts.naive());
        }
    }

    /// The models see every print, and are not asked while no sum is finite; then they never come back.
    @Test
    void oneImpossibleFigureEndsTheModels() {
        OwnPrints prints = of(instants(8));
        assertThat(prints.forecasts().orElseThrow().ar1()).isNotNull();
        prints.add(List.of(PrintFixture.print(PRINTS, "1e300")));
        prints.add(List.of(PrintFixture.print(PRINTS + 1, "2.0")));
        assertThat(prints.forecasts().orElseThrow())
                .isEqualTo(new OwnForecasts(new BigDecimal("2.0"), null, null, OwnForecastKind.NAIVE));
    }

    /// Shifting and scaling the figures and the step shifts and scales the forecasts.
    @Test
    void theUnitChangesNothing() {
        OwnPrints tenths = PrintFixture.prints(TENTH);
        OwnPrints hundreds = PrintFixture.prints(new BigDecimal("100"));
        SplittableRandom random = new SplittableRandom(9);
        double value = 0;
        for (int day = 0; day < PRINTS; day++) {
            value = value / 2 + random.nextGaussian();
            BigDecimal print = BigDecimal.valueOf(Math.round(value * 10), 1);
            BigDecimal other = print.multiply(new BigDecimal("1000")).add(new BigDecimal("200000"));
            tenths.add(List.of(PrintFixture.print(day, print.toPlainString())));
            hundreds.add(List.of(PrintFixture.print(day, other.toPlainString())));
            OwnForecasts forecasts = tenths.forecasts().orElseThrow();
            OwnForecasts scaled = hundreds.forecasts().orElseThrow();
            assertThat(scaled.best()).isEqualTo(forecasts.best());
            assertThat(scaled.bestValue())
                    .isEqualByComparingTo(forecasts
                            .bestValue()
                            .multiply(new BigDecimal("1000"))
                            .add(new BigDecimal("200000")));
        }
    }
}
