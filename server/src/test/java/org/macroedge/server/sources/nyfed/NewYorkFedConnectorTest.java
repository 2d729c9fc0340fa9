package org.macroedge.server.sources.nyfed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedRates;
import org.macroedge.server.sources.series.Observation;

/// What is asked of the bank, and what its answers mean. The answers are composed.
class NewYorkFedConnectorTest {

    private static final NewYorkFedConnector CONNECTOR = new NewYorkFedConnector();
    private static final String KEY = "unsecured/effr/targetRateTo";
    private static final Instant FETCHED = Instant.parse("2026-10-30T14:00:00Z");

    private static final String ANSWER = """
        {"refRates":[
          {"effectiveDate":"2026-10-29","type":"EFFR","percentRate":3.88,"percentPercentile1":3.85,
           "targetRateFrom":3.75,"targetRateTo":4.0,"volumeInBillions":101,"revisionIndicator":""},
          {"effectiveDate":"2026-10-28","type":"EFFR","percentRate":3.63,"percentPercentile1":3.60,
           "targetRateFrom":3.50,"targetRateTo":3.75,"volumeInBillions":117,"revisionIndicator":""}]}
        """;

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload(KEY, body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(KEY));
    }

    @Test
    void aFigureIsTheUpperEndOfTheRangeOfItsDay() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(KEY, Frequency.IRREGULAR, LocalDate.parse("2026-10-29"), new BigDecimal("4.0")),
                        tuple(KEY, Frequency.IRREGULAR, LocalDate.parse("2026-10-28"), new BigDecimal("3.75")));
    }

    @Test
    void eachRateIsARequest() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of(KEY),
                        LocalDate.parse("2026-10-30")))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.keys()).containsExactly(KEY);
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create("https://markets.newyorkfed.org/api/rates/unsecured/effr/search.json"
                                    + "?startDate=2026-07-02&endDate=2026-10-30"));
                });
    }

    @Test
    void anAnswerWithoutDaysIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read("{\"refRates\":[]}"))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"refRates\" | \"rates\" | `refRates` is missing",
                "\"type\":\"EFFR\" | \"type\":\"OBFR\" | it has rates other than EFFR",
                "2026-10-29 | 29.10.2026 | \"29.10.2026\" is not a day",
                "2026-10-29 | 2026-10-28 | has 2026-10-28 twice, or before its time",
                "2026-10-29 | 2026-10-31 | has 2026-10-31 twice, or before its time",
                "\"targetRateTo\":4.0 | \"targetRateTop\":4.0 | `targetRateTo` is missing",
                "\"targetRateTo\":4.0 | \"targetRateTo\":null | the rate of 2026-10-29 is not a number",
                "\"targetRateTo\":4.0 | \"targetRateTo\":\"4.0\" | the rate of 2026-10-29 is not a number"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                CONNECTOR, ANSWER, List.of(KEY), FETCHED, body -> StatedRates.newYorkFed(body, KEY, "targetRateTo"));
    }
}
