package org.macroedge.server.sources.bea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.series.Series;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedRates;
import org.macroedge.server.sources.series.Observation;

/// What is asked of the bureau, and what its answers mean. The answers are composed.
class BeaConnectorTest {

    private static final BeaConnector CONNECTOR = new BeaConnector();
    private static final String KEY = "T10101/Q/A191RL";
    private static final String CANARY = "canary-key-4711";
    private static final Instant FETCHED = Instant.parse("2026-10-29T12:31:00Z");

    private static final String ANSWER = """
        {"BEAAPI":{"Request":{"RequestParam":[{"ParameterName":"TABLENAME","ParameterValue":"T10101"}]},
         "Results":{"Statistic":"NIPA Table","UTCProductionTime":"2026-10-29T12:30:05.100","Data":[
          {"TableName":"T10101","SeriesCode":"A191RL","LineNumber":"1","TimePeriod":"2026Q2","UNIT_MULT":"0","DataValue":"3.0"},
          {"TableName":"T10101","SeriesCode":"A191RL","LineNumber":"1","TimePeriod":"2026Q3","UNIT_MULT":"0","DataValue":"-0.2"},
          {"TableName":"T10101","SeriesCode":"A191RL","LineNumber":"1","TimePeriod":"2026Q1","UNIT_MULT":"0","DataValue":"(NA)"},
          {"TableName":"T10101","SeriesCode":"DPCERL","LineNumber":"2","TimePeriod":"2026Q3","UNIT_MULT":"0","DataValue":"2.5"}]}}}
        """;

    private static List<Observation> read(String body, String... keys) {
        return CONNECTOR.read(new Payload(KEY, body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(keys));
    }

    @Test
    void figuresHaveTheirQuarterAndOtherSeriesOfTheTableAreLeftOut() {
        assertThat(read(ANSWER, KEY))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(KEY, Frequency.QUARTERLY, LocalDate.parse("2026-04-01"), new BigDecimal("3.0")),
                        tuple(KEY, Frequency.QUARTERLY, LocalDate.parse("2026-07-01"), new BigDecimal("-0.2")));
    }

    @Test
    void monthsAndGroupedDigitsAreRead() {
        String key = "T20600/M/A065RC";
        String body = ANSWER.replace("T10101", "T20600")
                .replace("A191RL", "A065RC")
                .replace("Q2", "M08")
                .replace("Q3", "M09")
                .replace("Q1", "M07")
                .replace("\"UNIT_MULT\":\"0\"", "\"UNIT_MULT\":\"6\"")
                .replace("\"3.0\"", "\"26,813,600\"");
        assertThat(read(body, key))
                .extracting(Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(Frequency.MONTHLY, LocalDate.parse("2026-08-01"), new BigDecimal("26813600")),
                        tuple(Frequency.MONTHLY, LocalDate.parse("2026-09-01"), new BigDecimal("-0.2")));
    }

    @Test
    void eachTableIsARequestAndTheKeyIsNeverShown() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), CANARY),
                        List.of(KEY, "T10101/Q/DPCERL", "T20600/M/A065RC"),
                        LocalDate.parse("2026-11-17")))
                .hasSize(2)
                .first()
                .satisfies(asked -> {
                    assertThat(asked.keys()).containsExactly(KEY, "T10101/Q/DPCERL");
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create("https://apps.bea.gov/api/data/?method=GetData&DataSetName=NIPA"
                                    + "&TableName=T10101&Frequency=Q&Year=2024,2025,2026&ResultFormat=json"));
                    assertThat(asked.request().secrets()).isEqualTo(Map.of("UserID", CANARY));
                    assertThat(asked.request().toString()).doesNotContain(CANARY);
                });
    }

    @Test
    void everySeriesOfTheCatalogueHasTheThreeParts() {
        assertThat(CatalogueLoader.load(Path.of("../catalogue")).series("bea"))
                .hasSize(4)
                .allSatisfy(series -> assertThat(BeaKey.of(series.key()).frequency())
                        .isEqualTo(series.indicator().frequency()))
                .extracting(Series::key)
                .contains(KEY);
        assertThatThrownBy(() -> BeaKey.of("T10101/A/A191RL")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BeaKey.of("T10101")).isInstanceOf(IllegalArgumentException.class);
    }

    /// With status 200.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"BEAAPI\":{\"Results\":{\"Error\":{\"APIErrorCode\":\"1\",\"APIErrorDescription\":\"unknown"
                        + " id\"}}}} | unknown id",
                "{\"BEAAPI\":{\"Error\":{\"APIErrorDescription\":\"too many requests\"}}} | too many requests",
                "{\"BEAAPI\":{\"Error\":[\"later\"]}} | later"
            })
    void aRefusalIsPassedOn(String body, String reason) {
        assertThatThrownBy(() -> read(body, KEY)).isInstanceOfSatisfying(SourceFault.class, fault -> {
            assertThat(fault.fault()).isEqualTo(SourceMessage.REFUSED);
            assertThat(fault).hasMessageContaining(reason);
        });
    }

    @Test
    void anAnswerWithoutFiguresIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read("{\"BEAAPI\":{\"Results\":{\"Data\":[]}}}", KEY))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"BEAAPI\" | \"BEA\" | `BEAAPI` is missing",
                "\"Results\" | \"Result\" | `Results` is missing",
                "\"Data\":[ | \"Rows\":[ | `Data` is missing",
                "\"TableName\":\"T10101\" | \"TableName\":\"T10102\" | `TableName` is T10102, not T10101",
                "2026Q2 | 2026M02 | \"2026M02\" is not a period",
                "2026Q2 | 2026 | \"2026\" is not a period",
                "2026Q2 | 2026Q3 | has 2026-07-01 twice, or before its time",
                "\"UNIT_MULT\":\"0\" | \"UNIT_MULT\":\"3\" | `UNIT_MULT` of T10101/Q/A191RL is 3",
                "\"UNIT_MULT\":\"0\" | \"UNIT_MULT\":\"6\" | `UNIT_MULT` of T10101/Q/A191RL is 0",
                "\"3.0\" | 3.0 | `DataValue` is not a text",
                "\"3.0\" | \"3,0\" | \"3,0\" is not a number",
                "\"3.0\" | \"n/a\" | \"n/a\" is not a number"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by), KEY))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                CONNECTOR, ANSWER, List.of(KEY), FETCHED, body -> StatedRates.bea(body, List.of(KEY)));
    }
}
