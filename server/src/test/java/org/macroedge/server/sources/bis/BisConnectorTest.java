package org.macroedge.server.sources.bis;

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

/// What is asked of the bank, and what its answers mean. The answers are composed.
class BisConnectorTest {

    private static final SdmxConnector CONNECTOR = BisConnector.of();
    private static final String KEY = "WS_CBPOL.D.AU";
    private static final Instant FETCHED = Instant.parse("2026-11-12T07:00:00Z");
    private static final String HEADER = "FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";

    private static final String ANSWER = HEADER
            + "D,AU,2026-11-02,3.6,A\n"
            + "D,AU,2026-11-03,3.6,A\n"
            + "D,AU,2026-11-04,3.35,A\n"
            + "D,AU,2026-11-07,NaN,M\n";

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload(KEY, body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(KEY));
    }

    @Test
    void aRateHasItsDayAndADayWithoutTradingHasNone() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(KEY, Frequency.IRREGULAR, LocalDate.parse("2026-11-02"), new BigDecimal("3.6")),
                        tuple(KEY, Frequency.IRREGULAR, LocalDate.parse("2026-11-03"), new BigDecimal("3.6")),
                        tuple(KEY, Frequency.IRREGULAR, LocalDate.parse("2026-11-04"), new BigDecimal("3.35")));
    }

    @Test
    void eachSeriesIsARequestForSomeMonths() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of(KEY),
                        LocalDate.parse("2026-11-12")))
                .singleElement()
                .satisfies(asked -> assertThat(asked.request().address())
                        .isEqualTo(URI.create("https://stats.bis.org/api/v2/data/dataflow/BIS/WS_CBPOL/1.0/D.AU"
                                + "?format=csv&startPeriod=2026-07-15")));
    }

    @Test
    void anAnswerWithoutFiguresIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read(HEADER + "D,AU,2026-11-07,NaN,M\n"))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ | FREQUENCY | it is not SDMX-CSV",
                "D,AU,2026-11-02 | D,NZ,2026-11-02 | D.NZ 2026-11-02 was not asked for",
                "D,AU,2026-11-02 | M,AU,2026-11 | M.AU 2026-11 was not asked for",
                "2026-11-02 | 2026-11-31 | \"2026-11-31\" is not a day",
                "2026-11-02 | 2026-11-13 | has 2026-11-13 twice, or before its time",
                "2026-11-02 | 2026-11-03 | has 2026-11-03 twice",
                "3.6 | n/a | \"n/a\" is not a number"
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
                CONNECTOR, ANSWER, List.of(KEY), FETCHED, body -> StatedFigures.sdmxCsvOf("WS_CBPOL", body));
    }
}
