package org.macroedge.server.sources.bls;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SeriesConnector.Asked;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.series.Observation;

/// What is asked of the bureau, and what its answers mean. The answers are composed in the form that it documents.
class BlsConnectorTest {

    private static final BlsConnector CONNECTOR = new BlsConnector();
    private static final URI ADDRESS = URI.create("https://api.bls.gov/publicAPI/v2/timeseries/data/");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final List<String> KEYS = List.of("CES0000000001", "CIS1010000000000Q");

    private static final String ANSWER = """
        {"status":"REQUEST_SUCCEEDED","responseTime":218,"message":[],"Results":{"series":[
         {"seriesID":"CES0000000001","data":[
          {"year":"2026","period":"M10","periodName":"October","latest":"true","value":"159500",
           "footnotes":[{"code":"P","text":"preliminary"}]},
          {"year":"2026","period":"M09","periodName":"September","value":"159381","footnotes":[{}]},
          {"year":"2025","period":"M13","periodName":"Annual","value":"159000","footnotes":[{}]},
          {"year":"2025","period":"M10","periodName":"October","value":"-","footnotes":[{"code":"X","text":"none"}]}]},
         {"seriesID":"CIS1010000000000Q","data":[
          {"year":"2026","period":"Q03","periodName":"3rd Quarter","value":"0.0","footnotes":[{}]}]}]}}
        """;

    private static Payload payload(String body) {
        return new Payload("series 1", body.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-11-26T13:31:00Z"));
    }

    private static List<Observation> read(String body) {
        return CONNECTOR.read(payload(body), KEYS);
    }

    @Test
    void figuresHaveTheirPeriodAndFrequencyAndAMissingOneIsNone() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(
                                "CES0000000001",
                                Frequency.MONTHLY,
                                LocalDate.parse("2026-10-01"),
                                new BigDecimal("159500")),
                        tuple(
                                "CES0000000001",
                                Frequency.MONTHLY,
                                LocalDate.parse("2026-09-01"),
                                new BigDecimal("159381")),
                        tuple(
                                "CIS1010000000000Q",
                                Frequency.QUARTERLY,
                                LocalDate.parse("2026-07-01"),
                                new BigDecimal("0.0")));
    }

    @Test
    void allSeriesAreAskedForInOneRequestWithoutAKey() {
        List<Asked> requests = CONNECTOR.requests(new SourceAccess(ADDRESS, null), KEYS, TODAY);

        assertThat(requests).singleElement().satisfies(asked -> {
            assertThat(asked.keys()).isEqualTo(KEYS);
            assertThat(asked.request().address()).isEqualTo(ADDRESS);
            assertThat(asked.request().name()).isEqualTo("series 1");
            assertThat(asked.request().body())
                    .isEqualTo("{\"endyear\":\"2026\",\"seriesid\":[\"CES0000000001\",\"CIS1010000000000Q\"],"
                            + "\"startyear\":\"2024\"}");
        });
    }

    @Test
    void aRequestHasAsManySeriesAsThePublisherAllows() {
        List<String> keys =
                IntStream.range(0, 60).mapToObj(index -> "X" + index).toList();

        assertThat(CONNECTOR.requests(new SourceAccess(ADDRESS, null), keys, TODAY))
                .extracting(asked -> asked.keys().size())
                .containsExactly(25, 25, 10);
        assertThat(CONNECTOR.requests(new SourceAccess(ADDRESS, "0123456789abcdef"), keys, TODAY))
                .extracting(asked -> asked.keys().size())
                .containsExactly(50, 10);
    }

    @Test
    void theKeyIsInTheBodyAloneAndNeverShown() {
        Asked asked = CONNECTOR
                .requests(new SourceAccess(ADDRESS, "0123456789abcdef"), KEYS, TODAY)
                .getFirst();

        assertThat(asked.request().body()).contains("\"registrationkey\":\"0123456789abcdef\"");
        assertThat(asked.toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void aRefusalWithStatus200IsAFaultOfTheSource() {
        String body = "{\"status\":\"REQUEST_NOT_PROCESSED\",\"responseTime\":0,"
                + "\"message\":[\"the daily threshold has been reached.\"],\"Results\":{}}";

        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(SourceFault.class, fault -> {
            assertThat(fault.fault()).isEqualTo(SourceMessage.REFUSED);
            DeclaredMessages.assertSeen("SourceMessage.REFUSED", fault.getMessage());
            assertThat(fault).hasMessageContaining("REQUEST_NOT_PROCESSED: the daily threshold has been reached.");
        });
    }

    @Test
    void anAnswerWithoutAnyFigureIsAFaultOfTheSource() {
        String body = "{\"status\":\"REQUEST_SUCCEEDED\",\"message\":[],\"Results\":{\"series\":["
                + "{\"seriesID\":\"CES0000000001\",\"data\":[]}]}}";

        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"159381\" | \"159,381\" | \"159,381\" is not a number",
                "\"159381\" | 159381 | `value` is not a text",
                "M09 | M14 | \"2026 M14\" is not a period",
                "M09 | M10 | has 2026-10-01 twice, or before its time",
                "M09 | M12 | has 2026-12-01 twice, or before its time",
                "\"2026\",\"period\":\"M09\" | \"26\",\"period\":\"M09\" | \"26 M09\" is not a period",
                "CIS1010000000000Q | CIS1010000000000I | CIS1010000000000I was not asked for",
                "CIS1010000000000Q | CES0000000001 | CES0000000001 was not asked for, or comes twice",
                "Results | results | `Results` is missing",
                "]}]}} | ]}]} | it is not JSON",
                "{\"status\" | {\"status\":\"X\",\"status\" | it is not JSON"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    /// Every figure that is read from a damaged answer stands in it, as another reader finds it.
    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                CONNECTOR, ANSWER, KEYS, Instant.parse("2026-11-26T13:31:00Z"), StatedFigures::bls);
    }
}
