package org.macroedge.server.sources.ecb;

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
class EcbConnectorTest {

    private static final SdmxConnector CONNECTOR = EcbConnector.of();
    private static final String KEY = "BSI.M.U2.Y.V.M30.X.I.U2.2300.Z01.A";
    private static final Instant FETCHED = Instant.parse("2026-11-26T09:01:00Z");
    private static final String HEADER = "KEY,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,TITLE\n";

    private static final String ANSWER = HEADER
            + KEY + ",M,U2,2026-08,2.9,A,\"Monetary aggregate M3, annual growth\"\n"
            + KEY + ",M,U2,2026-09,-0.1,A,\"Monetary aggregate M3, annual growth\"\n"
            + KEY + ",M,U2,2026-07,,M,\"Monetary aggregate M3, annual growth\"\n";

    private static List<Observation> read(String body) {
        return CONNECTOR.read(new Payload(KEY, body.getBytes(StandardCharsets.UTF_8), FETCHED), List.of(KEY));
    }

    @Test
    void figuresHaveTheirPeriodAndAMissingOneIsNone() {
        assertThat(read(ANSWER))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-08-01"), new BigDecimal("2.9")),
                        tuple(KEY, Frequency.MONTHLY, LocalDate.parse("2026-09-01"), new BigDecimal("-0.1")));
    }

    @Test
    void aQuarterBeginsWithItsFirstMonth() {
        assertThat(read(HEADER + KEY + ",Q,U2,2026-Q3,2.9,A,x\n").getLast().period())
                .isEqualTo(LocalDate.parse("2026-07-01"));
    }

    @Test
    void aRateByDayHasItsDay() {
        assertThat(read(HEADER + KEY + ",D,U2,2026-09-16,2.9,A,x\n"))
                .last()
                .extracting(Observation::frequency, Observation::period)
                .containsExactly(Frequency.IRREGULAR, LocalDate.parse("2026-09-16"));
    }

    @Test
    void eachSeriesIsARequestForThreeYears() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(URI.create("https://data-api.ecb.europa.eu/service/data"), null),
                        List.of(KEY),
                        LocalDate.parse("2026-11-26")))
                .singleElement()
                .satisfies(asked -> assertThat(asked.request().address())
                        .isEqualTo(URI.create("https://data-api.ecb.europa.eu/service/data/BSI/"
                                + "M.U2.Y.V.M30.X.I.U2.2300.Z01.A?format=csvdata&startPeriod=2024")));
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
                ",2.9, | ,2.9%, | \"2.9%\" is not a number",
                ",2.9, | ,-02.9, | \"-02.9\" is not a number",
                "2026-08 | 2026-8 | \"2026-8\" is not a period",
                "2026-08 | 2026-12 | has 2026-12-01 twice, or before its time",
                "2026-08 | 2026-09 | has 2026-09-01 twice",
                ",M,U2,2026-08 | ,A,U2,2026 | frequency \"A\"",
                ",M,U2,2026-09 | ,Q,U2,2026-Q3 | has figures of two frequencies",
                ",M,U2,2026-08 | ,D,U2,2026-08 | \"2026-08\" is not a day",
                ",M,U2,2026-08 | ,D,U2,2026-02-30 | \"2026-02-30\" is not a day",
                "Z01.A,M | Z01.B,M | Z01.B 2026-08 was not asked for",
                ",2.9,A, | ,2.9, | it is not SDMX-CSV"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anAnswerThatEndsWithinAQuoteIsNotGuessed() {
        assertThatThrownBy(() -> read(ANSWER.substring(0, ANSWER.indexOf("growth") + 3)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("a quote in it does not end");
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(CONNECTOR, ANSWER, List.of(KEY), FETCHED, StatedFigures::sdmxCsv);
    }
}
