package org.macroedge.server.sources.dbnomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is asked of the mirror, and what its answers mean. The answers are composed as public programs describe them.
class DbnomicsConnectorTest {

    private static final DbnomicsConnector CONNECTOR = DbnomicsConnector.of();
    private static final String KEY = "OECD/DSD_PRICES@DF_PRICES_ALL/CHN.M.N.CPI.PA._T.N.GY";
    private static final Instant FETCHED = Instant.parse("2026-11-26T12:00:00Z");

    private static final String ANSWER = """
        {"_meta":{"version":"22"},"errors":[],"series":{"docs":[{"@frequency":"monthly",
        "dataset_code":"DSD_PRICES@DF_PRICES_ALL","indexed_at":"2026-11-20T00:00:00.000Z",
        "period":["2026-07","2026-08","2026-09","2026-10"],
        "period_start_day":["2026-07-01","2026-08-01","2026-09-01","2026-10-01"],
        "provider_code":"OECD","series_code":"CHN.M.N.CPI.PA._T.N.GY","value":[0.5,0,"NA",-0.25]}],
        "limit":1000,"num_found":1,"offset":0}}
        """;

    private static List<String> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(byte[] body) {
        return CONNECTOR.read(new Payload(KEY, body, FETCHED), List.of(KEY)).stream()
                .map(StatedFigures::text)
                .toList();
    }

    @Test
    void figuresStandAtTheirPeriodsAndOneThatIsNotAvailableIsLeftOut() {
        assertThat(read(ANSWER))
                .containsExactly(
                        KEY + " MONTHLY 2026-07-01 0.5",
                        KEY + " MONTHLY 2026-08-01 0",
                        KEY + " MONTHLY 2026-10-01 -0.25");
    }

    @Test
    void eachSeriesIsARequestWithItsObservations() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of(KEY),
                        LocalDate.parse("2026-11-26")))
                .singleElement()
                .satisfies(asked -> assertThat(asked.request().address())
                        .isEqualTo(URI.create("https://api.db.nomics.world/v22/series/" + KEY + "?observations=1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"series\":{\"docs\":[]}}", "missing"})
    void anAnswerWithoutFiguresSaysSo(String body) {
        String none =
                body.equals("missing") ? ANSWER.replace("[0.5,0,\"NA\",-0.25]", "[\"NA\",null,null,\"NA\"]") : body;

        assertThatThrownBy(() -> read(none))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "monthly | annual | frequency \"annual\"",
                "CHN.M | CHE.M | was not asked for",
                "\"2026-10\"] | 10] | a period is not a text",
                "\"2026-10\"] | \"2026-08\"] | has 2026-08-01 twice",
                "\"2026-10\"] | \"2026-12\"] | before its time",
                "\"2026-10\"] | \"2026-10\",\"2026-11\"] | 5 periods have 4 figures",
                "[0.5, | [\"0.5\", | a figure is not a number",
                "\"value\" | \"values\" | `value` is missing",
                "[{\"@ | [{},{\"@ | it has 2 series"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThat(ANSWER).contains(part);

        assertThatThrownBy(() -> read(ANSWER.replace(part, by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(DbnomicsConnectorTest::read, ANSWER, DbnomicsConnectorTest::stated);
    }

    private static List<String> stated(byte[] body) {
        JsonNode series = JsonMapper.shared().readTree(body).at("/series/docs/0");
        String key = series.path("provider_code").asString() + "/"
                + series.path("dataset_code").asString() + "/"
                + series.path("series_code").asString();
        List<String> found = new ArrayList<>();
        for (int index = 0; index < series.path("value").size(); index++) {
            JsonNode value = series.path("value").get(index);
            if (value.isNumber()) {
                found.add(StatedFigures.monthly(
                        key,
                        series.path("period").get(index).asString(),
                        value.decimalValue().toPlainString()));
            }
        }
        return found;
    }
}
