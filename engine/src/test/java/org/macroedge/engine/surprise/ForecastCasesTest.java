package org.macroedge.engine.surprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;
import org.macroedge.engine.vocabulary.Verdict;

class ForecastCasesTest {

    private static final Indicator MONTHLY = Samples.indicator("us-x", Region.US, Category.GROWTH);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/forecast-ladder.csv", numLinesToSkip = 1)
    void theLadderChoosesTheForecast(String rule, @Nullable String forecasts, String expected) {
        List<ObservedForecast> given =
                Cases.list(forecasts).stream().map(ForecastCasesTest::forecast).toList();
        ObservedRelease release = Cases.release(0, Samples.START, "3", null, given);

        StandardisedSurprise surprise = last(MONTHLY, List.of(release));

        ObservedForecast chosen = surprise.forecast();
        assertThat(chosen == null ? "-" : chosen.value().toPlainString()).isEqualTo(expected);
    }

    private static ObservedForecast forecast(String cell) {
        String[] parts = cell.split(":");
        return new ObservedForecast(
                ForecastKind.ofCode(parts[0]),
                new BigDecimal(parts[1]),
                parts[2],
                Integer.parseInt(parts[3]),
                parts[4].equals("-") ? null : Samples.START.plusSeconds(Long.parseLong(parts[4])));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/policy-rate.csv", numLinesToSkip = 1)
    void aPolicyRateIsMeasuredAgainstTheRateInForce(
            String rule,
            String frequency,
            String unit,
            String declared,
            String releases,
            String forecast,
            String kind,
            boolean noForecast) {
        Boolean policyRate = declared.equals("-") ? null : Boolean.valueOf(declared);
        Indicator indicator = like(unit, Frequency.ofCode(frequency), policyRate);
        List<String> cells = Cases.list(releases);
        List<ObservedRelease> given = IntStream.range(0, cells.size())
                .mapToObj(index -> decision(index, cells.get(index)))
                .toList();

        StandardisedSurprise surprise = last(indicator, given);

        ObservedForecast chosen = surprise.forecast();
        assertThat(chosen == null ? "-" : chosen.value().toPlainString()).isEqualTo(forecast);
        assertThat(chosen == null ? "-" : chosen.kind().code()).isEqualTo(kind);
        assertThat(surprise.marks().contains(Mark.NO_FORECAST)).isEqualTo(noForecast);
    }

    private static ObservedRelease decision(int index, String cell) {
        String[] parts = cell.split("/");
        List<ObservedForecast> forecasts = parts[2].equals("-") ? List.of() : List.of(forecast(parts[2] + ":test:1:-"));
        ObservedRelease release = Cases.release(
                index,
                Samples.START.plusSeconds(index * Samples.DAY),
                parts[0],
                parts[1].equals("-") ? null : new BigDecimal(parts[1]),
                forecasts);
        return parts.length == 3 ? release : Cases.stated(release, Verdict.ofCode(parts[3]));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/shared-sigma.csv", numLinesToSkip = 1)
    void onlyAPolicyRateHasOneScaleForBothClasses(
            String rule, boolean policyRate, String ten, String last, int observations) {
        Indicator indicator = like("percent", Frequency.IRREGULAR, policyRate);
        List<ObservedRelease> releases = IntStream.rangeClosed(0, 10)
                .mapToObj(index -> Cases.release(
                        index,
                        Samples.START.plusSeconds(index * Samples.DAY),
                        "3",
                        BigDecimal.ONE,
                        kinds(index < 10 ? ten : last)))
                .toList();

        assertThat(last(indicator, releases).sigmaObservations()).isEqualTo(observations);
    }

    private static List<ObservedForecast> kinds(String cell) {
        return cell.equals("-")
                ? List.of()
                : List.of(cell.split("\\+")).stream()
                        .map(kind -> forecast(kind + ":2:test:1:-"))
                        .toList();
    }

    private static Indicator like(String unit, Frequency frequency, @Nullable Boolean policyRate) {
        return Cases.indicator(MONTHLY, unit, frequency, policyRate, 3, Stage.FIRST, "x", null, null);
    }

    private static StandardisedSurprise last(Indicator indicator, List<ObservedRelease> releases) {
        return new SurpriseCalculator().calculate(indicator, releases).getLast();
    }
}
