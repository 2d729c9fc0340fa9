package org.macroedge.server.sources.census;

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
class CensusConnectorTest {

    private static final CensusConnector CONNECTOR = new CensusConnector();
    private static final String KEY = "marts/44X72/MPCSM/yes";
    private static final String CANARY = "canary-key-4711";
    private static final Instant FETCHED = Instant.parse("2026-11-17T13:31:00Z");

    private static final String ANSWER = """
        [["cell_value","error_data","time","category_code","data_type_code","seasonally_adj","us"],
        ["0.4","no","2026-09","44X72","MPCSM","yes","1"],
        ["0.5","yes","2026-09","44X72","MPCSM","yes","1"],
        ["-0.2","no","2026-10","44X72","MPCSM","yes","1"],
        [null,"no","2026-08","44X72","MPCSM","yes","1"]]
        """;

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload(KEY, body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(KEY));
    }

    @Test
    void figuresHaveTheirMonthAndStandardErrorsAreNone() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-09-01"), new BigDecimal("0.4")),
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-10-01"), new BigDecimal("-0.2")));
    }

    @Test
    void eachSeriesIsARequestAndTheKeyIsNeverShown() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), CANARY),
                        List.of(KEY),
                        LocalDate.parse("2026-11-17")))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create("https://api.census.gov/data/timeseries/eits/marts"
                                    + "?get=cell_value,error_data&for=us:*&time=from+2024-10&category_code=44X72"
                                    + "&data_type_code=MPCSM&seasonally_adj=yes"));
                    assertThat(asked.request().secrets()).isEqualTo(Map.of("key", CANARY));
                    assertThat(asked.request().toString()).doesNotContain(CANARY);
                });
    }

    @Test
    void everySeriesOfTheCatalogueHasTheFourParts() {
        assertThat(CatalogueLoader.load(Path.of("../catalogue")).series("census"))
                .hasSize(8)
                .extracting(Series::key)
                .allSatisfy(key -> assertThat(CensusKey.of(key).adjusted()).isEqualTo("yes"));
    }

    @Test
    void anAnswerWithoutFiguresIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read("[[\"cell_value\",\"time\"]]"))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[\"cell_value\" | [\"cell_value\" | it is not",
                "\"us\"] | \"time\"] | a column comes twice",
                "\"time\" | \"month\" | a row has no text in column `time`",
                "\"44X72\",\"MPCSM\" | \"44Y72\",\"MPCSM\" | `category_code` is 44Y72, not 44X72",
                "\"MPCSM\",\"yes\" | \"SM\",\"yes\" | `data_type_code` is SM, not MPCSM",
                "\"MPCSM\",\"yes\" | \"MPCSM\",\"no\" | `seasonally_adj` is no, not yes",
                "\"0.4\",\"no\" | \"0.4\",\"maybe\" | `error_data` is \"maybe\"",
                "\"0.4\" | 0.4 | a row has no text in column `cell_value`",
                "\"0.4\" | \"(S)\" | \"(S)\" is not a number",
                "2026-09 | 2026-10 | has 2026-10-01 twice, or before its time",
                "2026-09 | 2026-Q3 | \"2026-Q3\" is not a period",
                "\"yes\",\"1\"] | \"yes\"] | a row has no text in column `category_code`"
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
                CONNECTOR, ANSWER, List.of(KEY), FETCHED, body -> StatedRates.census(body, KEY));
    }
}
