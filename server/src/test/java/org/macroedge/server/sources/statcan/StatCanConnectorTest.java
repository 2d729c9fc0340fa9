package org.macroedge.server.sources.statcan;

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

/// What is asked of the agency, and what its answers mean. The answers are composed.
class StatCanConnectorTest {

    private static final StatCanConnector CONNECTOR = new StatCanConnector();
    private static final List<String> KEYS = List.of("2062811", "2062815", "99");
    private static final Instant FETCHED = Instant.parse("2026-11-06T13:31:00Z");

    private static final String ANSWER = """
        [{"status":"SUCCESS","object":{"responseStatusCode":0,"productId":14100287,"coordinate":"1.3.1.1.1.1.0.0.0.0",
          "vectorId":2062811,"vectorDataPoint":[
           {"refPer":"2026-09-01","refPer2":"","value":21050.3,"decimals":1,"scalarFactorCode":3,"symbolCode":0,
            "statusCode":0,"releaseTime":"2026-10-09T08:30","frequencyCode":6},
           {"refPer":"2026-10-01","refPer2":"","value":21000.0,"decimals":1,"scalarFactorCode":3,"symbolCode":0,
            "statusCode":0,"releaseTime":"2026-11-06T08:30","frequencyCode":6}]}},
         {"status":"SUCCESS","object":{"responseStatusCode":0,"vectorId":2062815,"vectorDataPoint":[
           {"refPer":"2026-10-01","value":6.9,"scalarFactorCode":0,"frequencyCode":6},
           {"refPer":"2026-08-01","value":null,"scalarFactorCode":0,"frequencyCode":6}]}},
         {"status":"FAILED","object":"Vector is invalid"}]
        """;

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload("vectors 1", body.getBytes(StandardCharsets.UTF_8), FETCHED), KEYS);
    }

    @Test
    void figuresAreScaledAndAMissingOneIsNone() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple("2062811", Frequency.MONTHLY, LocalDate.parse("2026-09-01"), new BigDecimal("21050300")),
                        tuple("2062811", Frequency.MONTHLY, LocalDate.parse("2026-10-01"), new BigDecimal("21000000")),
                        tuple("2062815", Frequency.MONTHLY, LocalDate.parse("2026-10-01"), new BigDecimal("6.9")));
    }

    @Test
    void allVectorsAreAskedForInOneRequest() {
        URI address = CONNECTOR.contract().address();

        assertThat(CONNECTOR.requests(
                        new SourceAccess(address, null), List.of("2062811", "2062815"), LocalDate.parse("2026-11-06")))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.request().address()).isEqualTo(address);
                    assertThat(asked.request().body())
                            .isEqualTo("[{\"vectorId\":2062811,\"latestN\":25},{\"vectorId\":2062815,\"latestN\":25}]");
                });
    }

    @Test
    void anAnswerThatRefusesEveryVectorIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read("[{\"status\":\"FAILED\",\"object\":\"Vector is invalid\"}]"))
                .isInstanceOfSatisfying(SourceFault.class, fault -> {
                    assertThat(fault.fault()).isEqualTo(SourceMessage.REFUSED);
                    assertThat(fault).hasMessageContaining("FAILED: Vector is invalid");
                });
        assertThatThrownBy(() -> read("[]"))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "21050.3 | \"21050.3\" | `value` is not a number",
                "\"scalarFactorCode\":3 | \"scalarFactorCode\":12 | `scalarFactorCode` not a power of ten",
                "\"frequencyCode\":6 | \"frequencyCode\":12 | `frequencyCode` 12 is neither monthly nor quarterly",
                "2026-09-01 | 2026-09-15 | \"2026-09-15\" is not the first day of a period",
                "2026-09-01 | 2026-13-01 | \"2026-13-01\" is not the first day of a period",
                "2026-09-01 | 2026-10-01 | has 2026-10-01 twice, or before its time",
                "\"vectorId\":2062815 | \"vectorId\":2062811 | 2062811 was not asked for, or comes twice",
                "\"vectorId\":2062815 | \"vectorId\":7 | 7 was not asked for, or comes twice",
                "\"value\":6.9 | \"valu\":6.9 | `value` is missing"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(CONNECTOR, ANSWER, KEYS, FETCHED, StatedFigures::statCan);
    }
}
