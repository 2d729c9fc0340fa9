package org.macroedge.server.sources.ecb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.sources.DeclaredPrices;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.series.Observation;

/// What is asked of the bank about reference rates, and what its answers mean. The answers are composed.
class EcbRatesConnectorTest {

    private static final EcbRatesConnector CONNECTOR = new EcbRatesConnector();
    private static final PriceSeries DOLLAR = DeclaredPrices.of("ecb-rates", "D.USD.EUR.SP00.A");
    private static final String HEADER = "KEY,FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
    private static final String ANSWER = HEADER
            + "EXR.D.USD.EUR.SP00.A,D,USD,2026-11-24,1.1532,A\n"
            + "EXR.D.USD.EUR.SP00.A,D,USD,2026-11-25,,M\n"
            + "EXR.D.USD.EUR.SP00.A,D,USD,2026-11-26,1.16,A\n";

    private static List<FetchedPrices.Day> read(byte[] body) {
        return CONNECTOR.read(
                new Payload(DOLLAR.symbol(), body, Instant.parse("2026-11-26T15:06:00Z")), List.of(DOLLAR));
    }

    private static List<FetchedPrices.Day> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static FetchedPrices.Day day(String date, String close) {
        return new FetchedPrices.Day(DOLLAR, LocalDate.parse(date), new Bar(null, null, null, new BigDecimal(close)));
    }

    @Test
    void aRateIsTheCloseOfItsDayAndAMissingOneIsNone() {
        assertThat(read(ANSWER)).containsExactly(day("2026-11-24", "1.1532"), day("2026-11-26", "1.16"));
    }

    @Test
    void eachRateIsARequestForThreeCalendarYears() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        DeclaredPrices.of("ecb-rates"),
                        LocalDate.parse("2026-11-26")))
                .hasSize(4)
                .first()
                .satisfies(asked -> {
                    assertThat(asked.series()).containsExactly(DOLLAR);
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create("https://data-api.ecb.europa.eu/service/data/EXR/D.USD.EUR.SP00.A"
                                    + "?format=csvdata&startPeriod=2024-01-01"));
                });
    }

    @Test
    void aRateByMonthIsNotGuessed() {
        assertThatThrownBy(() -> read(HEADER + "EXR.D.USD.EUR.SP00.A,M,USD,2026-10,1.15,A\n"))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("EXR.D.USD.EUR.SP00.A is not daily");
    }

    @Test
    void aHeaderWithoutRowsIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read(HEADER))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnRatesOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                body -> read(body).stream()
                        .map(day -> StatedFigures.text(new Observation(
                                "EXR." + day.series().symbol(),
                                Frequency.IRREGULAR,
                                day.date(),
                                day.bar().close())))
                        .toList(),
                ANSWER,
                StatedFigures::sdmxCsv);
    }
}
