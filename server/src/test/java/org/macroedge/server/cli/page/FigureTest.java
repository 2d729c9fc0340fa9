package org.macroedge.server.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "persons  | 1000        | 235000        | 235K",
                "persons  | 1000        | 1053000       | 1,053K",
                "persons  | 1000        | -485000       | \u2212485K",
                "units    | 10000       | 10070000      | 10.07M",
                "currency | 1000000000  | -215000000000 | \u2212215B",
                "currency | 10000000000 | 1220000000000 | 1.22T",
                "barrels  | 100000      | -7169000      | \u22127.169M",
                "percent  | 0.1         | 5.2           | 5.2%",
                "percent  | 0.1         | 5             | 5.0%",
                "percent  | 0.1         | -0.25         | \u22120.25%",
                "percent  | 0.01        | 0             | 0.00%",
                "percent  | 0.1         | -0.0          | 0.0%",
                "index    | 0.1         | 61.4          | 61.4",
                "index    | 1           | 2000          | 2,000"
            })
    void aFigureIsWrittenAsItsPublisherWritesIt(String unit, String step, String value, String shown) {
        assertThat(new Figure(unit, new BigDecimal(step)).published(new BigDecimal(value)))
                .isEqualTo(shown);
    }

    @Test
    void aSurpriseHasASignAndPercentagesDifferInPoints() {
        Figure percent = new Figure("percent", new BigDecimal("0.1"));
        Figure persons = new Figure("persons", new BigDecimal("1000"));

        assertThat(percent.surprise(new BigDecimal("-2"))).isEqualTo("\u22122.0 pp");
        assertThat(percent.surprise(new BigDecimal("0.0"))).isEqualTo("0.0 pp");
        assertThat(percent.deviation(0.554)).isEqualTo("0.55 pp");
        assertThat(persons.surprise(new BigDecimal("-485000"))).isEqualTo("\u2212485K");
        assertThat(persons.deviation(176_234.5)).isEqualTo("176K");
    }

    @Test
    void aForecastThatIsTheRateInForceSaysSoAndNoFigureIsADash() {
        Figure percent = new Figure("percent", new BigDecimal("0.01"));

        assertThat(percent.expected(new BigDecimal("0.25"), List.of("no-forecast")))
                .isEqualTo("0.25% in force");
        assertThat(percent.expected(null, List.of("no-forecast"))).isEqualTo(Numbers.NONE);
        assertThat(percent.published(null)).isEqualTo(Numbers.NONE);
        assertThat(percent.surprise(null)).isEqualTo(Numbers.NONE);
        assertThat(percent.deviation(null)).isEqualTo(Numbers.NONE);
    }
}
