package org.macroedge.engine.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseIdTest {

    private static final IndicatorId GDP = new IndicatorId("us-gdp");

    @Test
    void namesItsIndicatorAndDate() {
        ReleaseId id = new ReleaseId("us-gdp@2021-07-29.12");
        assertThat(id.indicator()).isEqualTo(GDP);
        assertThat(id.date()).isEqualTo("2021-07-29");
        assertThat(id).hasToString("us-gdp@2021-07-29.12");
    }

    @Test
    void theFirstReleaseOfADateHasNoNumberAndOthersReplaceIt() {
        ReleaseId first = ReleaseId.of(GDP, LocalDate.of(2021, 7, 29));
        assertThat(first).hasToString("us-gdp@2021-07-29");
        assertThat(first.numbered(2).numbered(3)).hasToString("us-gdp@2021-07-29.3");
    }

    @Test
    void aYearOfFiveDigitsIsADateToo() {
        ReleaseId far = ReleaseId.of(GDP, LocalDate.of(12021, 7, 29));
        assertThat(new ReleaseId(far.numbered(2).value()).date()).isEqualTo(LocalDate.of(12021, 7, 29));
    }

    @Test
    void isOrderedAsItsText() {
        assertThat(new ReleaseId("us-gdp@2021-07-29.10")).isLessThan(new ReleaseId("us-gdp@2021-07-29.2"));
        assertThat(new ReleaseId("us-gdp-price@2021-07-29")).isLessThan(new ReleaseId("us-gdp@2020-07-29"));
        assertThat(new ReleaseId("us-gdp@2021-07-29")).isLessThan(new ReleaseId("us-gdp@2021-07-29.2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "us-gdp",
                "@2021-07-29",
                "US-GDP@2021-07-29",
                "us-gdp@",
                "us-gdp@2021-02-30",
                "us-gdp@2021-7-29",
                "us-gdp@2021-07-29.",
                "us-gdp@2021-07-29.0",
                "us-gdp@2021-07-29.02",
                "us-gdp@2021-07-29.x",
                "us-gdp@2021-07-29.2.3",
                "us-gdp@2021-07/29",
                "us-gdp@2o21-07-29",
                "us-gdp@us-gdp@2021-07-29"
            })
    void refusesOtherForms(String text) {
        assertThatThrownBy(() -> new ReleaseId(text))
                .hasMessage("release id \"" + text
                        + "\" does not have the form indicator@date[.n], as in us-gdp@2021-07-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "us",
                "us-",
                "u-gdp",
                "usa-gdp",
                "us-gdp-",
                "us--gdp",
                "us-Gdp",
                "us-gdp_x",
                "1s-gdp",
                "us gdp"
            })
    void refusesOtherFormsOfIndicators(String text) {
        assertThatThrownBy(() -> new IndicatorId(text)).hasMessageStartingWith("indicator id \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-x", "us-1", "us-gdp-2-q", "zz-a1"})
    void acceptsIndicatorsOfTheForm(String text) {
        assertThat(new IndicatorId(text).value()).isEqualTo(text);
    }
}
