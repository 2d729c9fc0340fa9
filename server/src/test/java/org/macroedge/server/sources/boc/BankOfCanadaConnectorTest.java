package org.macroedge.server.sources.boc;

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
class BankOfCanadaConnectorTest {

    private static final BankOfCanadaConnector CONNECTOR = new BankOfCanadaConnector();
    private static final List<String> KEYS = List.of("V39079");
    private static final Instant FETCHED = Instant.parse("2026-10-30T14:00:00Z");

    private static final String ANSWER = """
        {"terms":{"url":"https://www.bankofcanada.ca/terms/"},
         "seriesDetail":{"V39079":{"label":"Target for the overnight rate (business daily)","description":"",
          "dimension":{"key":"d","name":"Date"}}},
         "observations":[
          {"d":"2026-10-27","V39079":{"v":"2.50"}},
          {"d":"2026-10-28","V39079":{"v":null}},
          {"d":"2026-10-29","V39079":{"v":"2.25"}},
          {"d":"2026-10-30"}]}
        """;

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload("series", body.getBytes(StandardCharsets.UTF_8), FETCHED), KEYS);
    }

    @Test
    void figuresHaveTheirDayAndAMissingOneIsNone() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple("V39079", Frequency.IRREGULAR, LocalDate.parse("2026-10-27"), new BigDecimal("2.50")),
                        tuple("V39079", Frequency.IRREGULAR, LocalDate.parse("2026-10-29"), new BigDecimal("2.25")));
    }

    @Test
    void allSeriesAreAskedForInOneRequest() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of("V39079", "V39078"),
                        LocalDate.parse("2026-10-30")))
                .singleElement()
                .satisfies(asked -> assertThat(asked.request().address())
                        .isEqualTo(URI.create("https://www.bankofcanada.ca/valet/observations/V39079,V39078/json"
                                + "?start_date=2026-07-02")));
    }

    @Test
    void anAnswerWithoutFiguresIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read("{\"seriesDetail\":{\"V39079\":{}},\"observations\":[]}"))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seriesDetail\":{\"V39079\" | \"seriesDetail\":{\"V1\" | `V39079` is missing",
                "\"observations\" | \"observation\" | `observations` is missing",
                "\"d\":\"2026-10-27\" | \"d\":\"27/10/2026\" | \"27/10/2026\" is not a day",
                "\"d\":\"2026-10-27\" | \"d\":\"2026-10-29\" | V39079 has 2026-10-29 twice, or before its time",
                "\"d\":\"2026-10-27\" | \"d\":\"2026-10-31\" | V39079 has 2026-10-31 twice, or before its time",
                "\"V39079\":{\"v\":\"2.50\" | \"V39078\":{\"v\":\"2.50\" | series V39078 was not asked for",
                "\"v\":\"2.50\" | \"value\":\"2.50\" | `v` is missing",
                "\"v\":\"2.50\" | \"v\":2.5 | `v` is not a text",
                "\"v\":\"2.50\" | \"v\":\"2,50\" | \"2,50\" is not a number"
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
                CONNECTOR, ANSWER, KEYS, FETCHED, body -> StatedRates.bankOfCanada(body, "V39079"));
    }
}
