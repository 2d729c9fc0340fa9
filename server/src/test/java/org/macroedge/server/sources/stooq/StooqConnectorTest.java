package org.macroedge.server.sources.stooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.prices.FetchedPrices;
import org.macroedge.server.prices.profile.Bar;
import org.macroedge.server.sources.DeclaredPrices;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedPrices;

/// What is asked of the source, and what its answers mean. The answers are composed.
class StooqConnectorTest {

    private static final StooqConnector CONNECTOR = new StooqConnector();
    private static final PriceSeries SPX = DeclaredPrices.of("stooq", "^spx");
    private static final String CANARY = "canary-key-4712";

    /// An hour after the close of 25 November in New York.
    private static final Instant SETTLED = Instant.parse("2026-11-25T22:00:00Z");

    private static final String ANSWER = """
        Date,Open,High,Low,Close,Volume
        2026-11-24,6700.1,6712.25,6690,6704.95,2345
        2026-11-25,6705.5,6720.8,6701.02,6718.12,2346
        """;

    private static List<FetchedPrices.Day> read(byte[] body, Instant fetchedAt) {
        return CONNECTOR.read(new Payload("^spx", body, fetchedAt), List.of(SPX));
    }

    private static List<FetchedPrices.Day> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8), SETTLED);
    }

    private static FetchedPrices.Day day(String date, String open, String high, String low, String close) {
        return new FetchedPrices.Day(
                SPX,
                LocalDate.parse(date),
                new Bar(new BigDecimal(open), new BigDecimal(high), new BigDecimal(low), new BigDecimal(close)));
    }

    @Test
    void aRowIsADay() {
        assertThat(read(ANSWER))
                .containsExactly(
                        day("2026-11-24", "6700.1", "6712.25", "6690", "6704.95"),
                        day("2026-11-25", "6705.5", "6720.8", "6701.02", "6718.12"));
    }

    @Test
    void aSessionThatEndedLessThanAnHourAgoIsLeftOut() {
        assertThat(read(ANSWER.getBytes(StandardCharsets.UTF_8), SETTLED.minusSeconds(1)))
                .extracting(FetchedPrices.Day::date)
                .containsExactly(LocalDate.parse("2026-11-24"));
    }

    @Test
    void eachSymbolIsARequestForTwoYearsAndTheKeyIsNeverShown() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), CANARY),
                        List.of(SPX),
                        LocalDate.parse("2026-11-25")))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create("https://stooq.com/q/d/l/?s=%5Espx&i=d&d1=20241125&d2=20261125"));
                    assertThat(asked.request().secrets()).isEqualTo(Map.of("apikey", CANARY));
                    assertThat(asked.request().toString()).doesNotContain(CANARY);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Get your apikey: 1. Open | REFUSED",
                "Exceeded the daily hits limit | REFUSED",
                "No data | NO_ROWS",
                "'' | NO_ROWS",
                "Date,Open,High,Low,Close,Volume | NO_ROWS",
                "<html><body>busy</body></html> | NO_ROWS"
            })
    void aTextInPlaceOfATableIsAFault(String body, SourceMessage fault) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        SourceFault.class, found -> assertThat(found.fault()).isEqualTo(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Close | Last | it is not a table with Date, Open, High, Low and Close",
                ",6704.95,2345 | ,6704.9 | a row has 5 cells of 6",
                ",2345 | ,\"345 | a quote in it does not end",
                "6700.1,6712.25,6690,6704.95,2345 | \"6700.1,6712.25,6690,6704.95,2345~\" | a quote in it does not end",
                "2026-11-24 | 24.11.2026 | \"24.11.2026\" is not a day",
                "2026-11-24 | 2026-11-25 | 2026-11-25 comes twice",
                "2026-11-24 | 2026-11-27 | ^spx has 2026-11-27 before its time",
                "6704.95 | 6704.95n | \"6704.95n\" is not a number"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by.replace("~", "\n"))))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnPricesOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                body -> StatedPrices.texts(read(body, SETTLED)),
                ANSWER,
                body -> StatedPrices.table(
                        body, "Close", LocalDate::parse, day -> !day.isAfter(LocalDate.parse("2026-11-25"))));
    }
}
