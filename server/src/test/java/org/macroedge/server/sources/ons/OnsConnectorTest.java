package org.macroedge.server.sources.ons;

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
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.series.Observation;

/// What is asked of the office, and what its answers mean. The answers are composed.
class OnsConnectorTest {

    private static final OnsConnector CONNECTOR = new OnsConnector();
    private static final String KEY = "economy/inflationandpriceindices/timeseries/d7g7/mm23";
    private static final Instant FETCHED = Instant.parse("2026-11-18T07:01:00Z");

    private static final String ANSWER = """
        {"years":[{"date":"2025","value":"3.4"}],
         "quarters":[{"date":"2026 Q3","value":"3.7","label":"2026 Q3"}],
         "months":[
          {"date":"2026 SEP","value":"3.8","label":"2026 SEP","year":"2026","month":"September"},
          {"date":"2026 OCT","value":"-0.1","label":"2026 OCT","year":"2026","month":"October"},
          {"date":"1989 JAN","value":"","label":"1989 JAN","year":"1989","month":"January"}],
         "description":{"title":"CPI ANNUAL RATE","cdid":"D7G7","unit":"%","releaseDate":"2026-11-17T23:00:00.000Z"}}
        """;

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload("d7g7/mm23", body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(KEY));
    }

    @Test
    void theMonthsOfAMonthlySeriesAreRead() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-09-01"), new BigDecimal("3.8")),
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-10-01"), new BigDecimal("-0.1")));
    }

    @Test
    void theQuartersOfASeriesWithoutMonthsAreRead() {
        String body = ANSWER.replaceFirst("(?s)\"months\":\\[.*?],", "\"months\":[],");

        assertThat(read(body)).singleElement().satisfies(figure -> {
            assertThat(figure.frequency()).isEqualTo(Frequency.QUARTERLY);
            assertThat(figure.period()).isEqualTo(LocalDate.parse("2026-07-01"));
            assertThat(figure.value()).isEqualByComparingTo("3.7");
        });
    }

    @Test
    void eachSeriesIsARequest() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(URI.create("https://www.ons.gov.uk"), null),
                        List.of(KEY),
                        LocalDate.parse("2026-11-18")))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create("https://www.ons.gov.uk/economy/inflationandpriceindices/timeseries"
                                    + "/d7g7/mm23/data"));
                    assertThat(asked.request().name()).isEqualTo("d7g7/mm23");
                    assertThat(asked.request().body()).isNull();
                });
    }

    @Test
    void anAnswerWithoutFiguresIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read("{\"months\":[],\"quarters\":[],\"description\":{\"cdid\":\"D7G7\"}}"))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"3.8\" | \"3.8%\" | \"3.8%\" is not a number",
                "2026 SEP | 2026 SEPT | \"2026 SEPT\" is not a month",
                "2026 SEP | 2026 OCT | has 2026-10-01 twice, or before its time",
                "2026 SEP | 2026 DEC | has 2026-12-01 twice, or before its time",
                "D7G7 | D7BT | series D7BT came for D7G7",
                "\"months\" | \"month\" | `months` is missing",
                "\"cdid\" | \"id\" | `cdid` is missing"
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
                CONNECTOR, ANSWER, List.of(KEY), FETCHED, body -> StatedFigures.ons(body, KEY));
    }
}
