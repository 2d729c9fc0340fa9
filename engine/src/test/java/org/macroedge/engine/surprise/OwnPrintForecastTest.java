package org.macroedge.engine.surprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.forecast.OwnForecasts;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;
import org.macroedge.engine.vocabulary.Verdict;

/// Which prints the forecasts are from, for how long they hold, and what is measured against them.
class OwnPrintForecastTest {

    private static final Indicator MONTHLY = Samples.indicator("us-x", Region.US, Category.GROWTH);

    /// Eleven prints, ten naive errors of 0.2 in size: σ = 1.4826 · 0.2.
    private static final int HISTORY = 11;

    private static Instant day(long number) {
        return Samples.START.plusSeconds(number * Samples.DAY);
    }

    private static Indicator indicator(Frequency frequency) {
        return Cases.indicator(MONTHLY, "percent", frequency, false, 3, Stage.FIRST, "x", null, null);
    }

    private static List<StandardisedSurprise> calculate(Indicator indicator, List<ObservedRelease> releases) {
        return new SurpriseCalculator().calculate(indicator, releases);
    }

    private static List<ObservedRelease> history(int days) {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int index = 0; index < HISTORY; index++) {
            releases.add(Cases.row(day(index * (long) days), "-", "-", index % 2 == 0 ? "2.0" : "2.2", "-"));
        }
        return releases;
    }

    private static @Nullable String forecast(StandardisedSurprise surprise) {
        ObservedForecast forecast = surprise.forecast();
        return forecast == null ? null : forecast.value().toPlainString();
    }

    /// US GDP, preliminary, of 2020 and 2021: each print is extreme or usual against the one before, and none a typing
    /// error. With the rule for captured forecasts, 33.1 has the lost sign of -31.7, and all later
    /// prints, which lie near their previous, are suspect against -31.7.
    @Test
    void aSeriesThatJumpsAndComesBackIsMeasuredAgainstEachOfItsPrints() {
        List<ObservedRelease> releases = history(91);
        String[][] prints = {
            {"-32.9", "-31.7"}, {"33.1", "33.1"}, {"4.0", "4.1"}, {"6.4", "6.4"}, {"6.5", "6.6"}, {"2.0", "2.1"}
        };
        for (String[] print : prints) {
            releases.add(Cases.row(day(releases.size() * 91L), "-", print[0], print[1], "-"));
        }

        List<StandardisedSurprise> surprises = calculate(indicator(Frequency.QUARTERLY), releases);

        List<StandardisedSurprise> last = surprises.subList(HISTORY, surprises.size());
        assertThat(last)
                .extracting(OwnPrintForecastTest::forecast)
                .containsExactly("2.0", "-31.7", "33.1", "4.1", "6.4", "6.6");
        assertThat(last).allMatch(StandardisedSurprise::usable);
        assertThat(last.getFirst().sigma()).isCloseTo(1.4826 * 0.2, within(1e-12));
        assertThat(last).extracting(StandardisedSurprise::z).startsWith(-4.0, 4.0, -4.0);
        assertThat(last.subList(0, 3)).allMatch(StandardisedSurprise::isExtreme);
    }

    /// The history's last print is 2.0, and a survey's σ of 0.1/√6 makes each of these a suspect: 20 for 2.1 is an
    /// error of the forecast, and of 31.5 and -31.7 nobody knows which lost its sign.
    @ParameterizedTest
    @CsvSource({"2.0, 2.1, 20.0, 2.1", "-, -31.7, 31.5, 2.0"})
    void theActualOfASuspectIsAPrintWhereTheForecastIsTheError(
            String previous, String actual, String forecast, String next) {
        List<ObservedRelease> releases = new ArrayList<>();
        for (int index = 0; index < HISTORY; index++) {
            releases.add(Cases.row(day(index * 30L), "-", "1.9", "2.0", "2.0"));
        }
        releases.add(Cases.row(day(HISTORY * 30L), "-", previous, actual, forecast));
        releases.add(Cases.row(day(HISTORY * 30L + 30), "-", actual, "2.2", "-"));

        List<StandardisedSurprise> surprises = calculate(MONTHLY, releases);

        assertThat(surprises.get(HISTORY).reason()).isEqualTo(StandardisedSurprise.Reason.SUSPECT);
        assertThat(forecast(surprises.getLast())).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(names = "CONFIRMED", mode = EnumSource.Mode.EXCLUDE)
    void whatAPersonSetAsideIsNoPrint(Verdict verdict) {
        List<ObservedRelease> releases = history(30);
        releases.add(Cases.stated(Cases.row(day(HISTORY * 30L), "-", "2.0", "2.1", "20.0"), verdict));
        releases.add(Cases.row(day(HISTORY * 30L + 30), "-", "2.1", "2.2", "-"));

        assertThat(forecast(calculate(MONTHLY, releases).getLast())).isEqualTo("2.0");
    }

    /// 2P in seconds: 14 days, 2 · 30.4375, 2 · 91.3125, and 2 · 365.25 / 8 of one that is decided eight times a year.
    @ParameterizedTest
    @CsvSource({"weekly, 1209600", "monthly, 5259600", "quarterly, 15778800", "irregular, 7889400"})
    void aPrintSaysNothingOfWhatComesMoreThanTwoPeriodsLater(String frequency, long seconds) {
        Indicator indicator = indicator(Frequency.ofCode(frequency));
        ObservedRelease print = Cases.row(day(0), "-", "-", "2.0", "-");
        List<StandardisedSurprise> inTime =
                calculate(indicator, List.of(print, Cases.row(day(0).plusSeconds(seconds), "-", "-", "2.1", "-")));
        List<StandardisedSurprise> late =
                calculate(indicator, List.of(print, Cases.row(day(0).plusSeconds(seconds + 1), "-", "-", "2.1", "-")));

        assertThat(forecast(inTime.getLast())).isEqualTo("2.0");
        assertThat(forecast(late.getLast())).isNull();
        assertThat(late.getLast().reason()).isEqualTo(StandardisedSurprise.Reason.NOTHING_EXPECTED);
        NextForecast next = OwnPrintForecast.next(indicator, late.subList(0, 1)).orElseThrow();
        assertThat(next.at(day(0).plusSeconds(seconds))).isPresent();
        assertThat(next.at(day(0).plusSeconds(seconds + 1))).isEmpty();
        // the print after the gap is the next one's
        assertThat(OwnPrintForecast.next(indicator, late)
                        .orElseThrow()
                        .forecast()
                        .value())
                .isEqualByComparingTo("2.1");
    }

    /// Prints that fall back halfway to 2, some of which are not there, together, late, set aside or surveyed.
    private static List<ObservedRelease> random(long seed, int from, int to) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ObservedRelease> releases = new ArrayList<>();
        double value = 2;
        for (int month = 0; month < to; month++) {
            Instant at = day(month * 30L + random.nextInt(5));
            boolean isThere = random.nextInt(25) > 0;
            for (int twin = 0; twin <= Math.max(0, random.nextInt(-8, 2)); twin++) {
                value = 1 + value / 2 + random.nextGaussian();
                String actual = Long.toString(Math.round(value * 10)) + "e-1";
                LocalDate period = LocalDate.of(2014, 12, 1).plusMonths(month - random.nextInt(12) / 10);
                ObservedRelease release = Cases.row(
                        at,
                        random.nextInt(3) == 0 ? period.toString() : "-",
                        "-",
                        actual,
                        random.nextInt(4) == 0 ? Math.round(value * 10 + random.nextInt(-9, 10)) + "e-1" : "-");
                Verdict verdict = random.nextInt(20) == 0 ? Verdict.DOUBTFUL : null;
                if (isThere && month >= from) {
                    releases.add(Cases.numbered(Cases.stated(release, verdict), releases.size() + 2));
                }
            }
        }
        return releases;
    }

    /// What the calendar shows is what the release is measured against.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theNextForecastIsWhatTheReleaseIsThenMeasuredAgainst(long seed) {
        List<StandardisedSurprise> surprises = calculate(MONTHLY, random(seed, 0, 150));
        int present = 0;
        int absent = 0;
        for (StandardisedSurprise surprise : surprises) {
            Instant at = surprise.release().releasedAt();
            List<StandardisedSurprise> known = surprises.stream()
                    .takeWhile(earlier -> earlier.release().releasedAt().isBefore(at))
                    .toList();
            Optional<ObservedForecast> next =
                    OwnPrintForecast.next(MONTHLY, known).flatMap(forecast -> forecast.at(at));
            if (surprise.release().forecasts().isEmpty()) {
                assertThat(Optional.ofNullable(surprise.forecast())).isEqualTo(next);
                present += next.isPresent() ? 1 : 0;
                absent += next.isPresent() ? 0 : 1;
            }
        }
        assertThat(present).isGreaterThan(70);
        assertThat(absent).isPositive();
    }

    @Test
    void afterAGapTheSeriesBeginsAnew() {
        List<ObservedRelease> before = random(5, 0, 100);
        List<ObservedRelease> after = random(6, 110, 200);
        List<StandardisedSurprise> both = calculate(
                MONTHLY, Stream.concat(before.stream(), after.stream()).toList());
        List<StandardisedSurprise> alone = calculate(MONTHLY, after);

        List<OwnForecasts> withGap = forecasts(both).subList(before.size(), both.size());

        assertThat(withGap).isEqualTo(forecasts(alone));
        assertThat(withGap).anyMatch(forecast -> forecast != null && forecast.ar1() != null);
        assertThat(forecasts(both).subList(0, before.size())).isEqualTo(forecasts(calculate(MONTHLY, before)));
    }

    private static List<@Nullable OwnForecasts> forecasts(List<StandardisedSurprise> surprises) {
        Map<StandardisedSurprise, OwnForecasts> all = OwnPrintForecast.all(MONTHLY, surprises);
        List<@Nullable OwnForecasts> forecasts = new ArrayList<>();
        surprises.forEach(surprise -> forecasts.add(all.get(surprise)));
        return forecasts;
    }
}
