package org.macroedge.server.sources.abs;

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
import org.macroedge.server.sources.sdmx.SdmxConnector;
import org.macroedge.server.sources.series.Observation;

/// What is asked of the bureau, and what its answers mean. The answers are composed.
class AbsConnectorTest {

    private static final SdmxConnector CONNECTOR = AbsConnector.of();
    private static final String KEY = "LF.M13.3.1599.20.AUS.M";
    private static final Instant FETCHED = Instant.parse("2026-11-26T00:31:00Z");
    private static final String HEADER =
            "DATAFLOW,MEASURE,SEX,AGE,TSEST,REGION,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,"
                    + "UNIT_MULT,OBS_STATUS,OBS_COMMENT,DECIMALS\n";

    private static final String ANSWER = HEADER
            + "ABS:LF(1.0.0),M13,3,1599,20,AUS,M,2026-08,4.46182469,PCT,0,,,1\n"
            + "ABS:LF(1.0.0),M13,3,1599,20,AUS,M,2026-09,0,PCT,0,,,1\n"
            + "ABS:LF(1.0.0),M13,3,1599,20,AUS,M,2026-10,,PCT,0,,\"not yet, of \"\"October\"\"\",1\n";

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload(KEY, body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(KEY));
    }

    @Test
    void figuresHaveTheirPeriodZeroIsOneAndAMissingOneIsNone() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-08-01"), new BigDecimal("4.46182469")),
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-09-01"), new BigDecimal("0")));
    }

    @Test
    void theSecondVersionOfTheFormatSaysTheSame() {
        String second = ANSWER.replace("DATAFLOW,", "STRUCTURE,STRUCTURE_ID,ACTION,")
                .replace("ABS:LF(1.0.0),", "dataflow,ABS:LF(1.0.0),I,");
        assertThat(read(second)).isEqualTo(read(ANSWER));
    }

    @Test
    void eachSeriesIsARequestOfItsDataflowForThreeYears() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of(KEY, "CPI.2.10001.10.50.Q"),
                        LocalDate.parse("2026-11-26")))
                .extracting(asked -> asked.request().address())
                .containsExactly(
                        URI.create("https://data.api.abs.gov.au/rest/data/ABS,LF/M13.3.1599.20.AUS.M"
                                + "?format=csv&startPeriod=2024"),
                        URI.create("https://data.api.abs.gov.au/rest/data/ABS,CPI/2.10001.10.50.Q"
                                + "?format=csv&startPeriod=2024"));
    }

    @Test
    void aHeaderWithoutRowsIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read(HEADER))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OBS_VALUE | VALUE | it is not SDMX-CSV",
                "TIME_PERIOD | PERIOD | it is not SDMX-CSV",
                "2026-08,4.46182469 | 2026-08,4.46% | \"4.46%\" is not a number",
                "2026-08 | 2026-11 | has 2026-11-01 twice",
                "2026-08 | 2026-12 | has 2026-12-01 twice, or before its time",
                "M13,3,1599,20 | M12,3,1599,20 | M12.3.1599.20.AUS.M 2026-08 was not asked for",
                "M13,3,1599,20 | M13,3,1599,10 | M13.3.1599.10.AUS.M 2026-08 was not asked for",
                "4.46182469,PCT,0,,,1 | 4.46182469,PCT | it is not SDMX-CSV"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replace("2026-10", "2026-11").replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                CONNECTOR, ANSWER, List.of(KEY), FETCHED, body -> StatedFigures.sdmxCsvOf("LF", body));
    }
}
