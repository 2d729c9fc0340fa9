package org.macroedge.server.sources.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
class YahooConnectorTest {

    private static final YahooConnector CONNECTOR = new YahooConnector();
    private static final PriceSeries SPX = DeclaredPrices.of("yahoo", "^GSPC");

    /// An hour after the close of 25 November in New York.
    private static final Instant SETTLED = Instant.parse("2026-11-25T22:00:00Z");

    /// The sessions of 23, 24 and 25 November begin at 14:30 UTC.
    private static final String ANSWER = """
        {"chart":{"result":[{"meta":{"currency":"USD","symbol":"^GSPC","gmtoffset":-18000,
          "exchangeTimezoneName":"America/New_York","dataGranularity":"1d","priceHint":2},
         "timestamp":[1795444200,1795530600,1795617000],
         "indicators":{"quote":[{
           "open":[6700.10009765625,null,6705.5],
           "high":[6712.25,null,6720.7998046875],
           "low":[6690,null,6701.02],
           "close":[6704.9501953125,null,6718.123456789],
           "volume":[1,null,3]}],"adjclose":[{"adjclose":[1,null,3]}]}}],"error":null}}
        """;

    private static List<FetchedPrices.Day> read(String body, Instant fetchedAt) {
        return read(body.getBytes(StandardCharsets.UTF_8), fetchedAt);
    }

    private static List<FetchedPrices.Day> read(byte[] body, Instant fetchedAt) {
        return CONNECTOR.read(new Payload("^GSPC", body, fetchedAt), List.of(SPX));
    }

    private static FetchedPrices.Day day(String date, Bar bar) {
        return new FetchedPrices.Day(SPX, LocalDate.parse(date), bar);
    }

    private static Bar bar(String open, String high, String low, String close) {
        return new Bar(new BigDecimal(open), new BigDecimal(high), new BigDecimal(low), new BigDecimal(close));
    }

    @Test
    void aDayIsThatOfTheExchangeAndASingleFloatHasItsOwnDigits() {
        assertThat(read(ANSWER, SETTLED))
                .containsExactly(
                        day("2026-11-23", bar("6700.1", "6712.25", "6690", "6704.95")),
                        day("2026-11-24", null),
                        day("2026-11-25", bar("6705.5", "6720.8", "6701.02", "6718.123456789")));
    }

    @Test
    void aSessionThatEndedLessThanAnHourAgoIsLeftOut() {
        assertThat(read(ANSWER, SETTLED.minusSeconds(1)))
                .extracting(FetchedPrices.Day::date)
                .containsExactly(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24"));
    }

    @Test
    void eachSymbolIsARequestForTwoYears() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        DeclaredPrices.of("yahoo"),
                        LocalDate.parse("2026-11-25")))
                .hasSameSizeAs(DeclaredPrices.of("yahoo"))
                .filteredOn(asked -> asked.series().equals(List.of(SPX)))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.request().name()).isEqualTo("^GSPC");
                    assertThat(asked.request().address())
                            .isEqualTo(URI.create("https://query2.finance.yahoo.com/v8/finance/chart/%5EGSPC"
                                    + "?range=2y&interval=1d&includePrePost=false"));
                });
    }

    @Test
    void anErrorIsARefusal() {
        assertThatThrownBy(() -> read(
                        "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data"
                                + " found\"}}}",
                        SETTLED))
                .isInstanceOfSatisfying(SourceFault.class, fault -> {
                    assertThat(fault.fault()).isEqualTo(SourceMessage.REFUSED);
                    assertThat(fault).hasMessageContaining("No data found");
                });
    }

    @Test
    void aChartWithoutDaysIsAFaultOfTheSource() {
        assertThatThrownBy(() -> read(
                        ANSWER.replaceFirst("\"timestamp\":[^]]*],", "")
                                .replaceFirst("(?s)\"quote\":\\[\\{.*?}]", "\"quote\":[{}]"),
                        SETTLED))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"symbol\":\"^GSPC\" | \"symbol\":\"^DJI\" | it is not ^GSPC by day",
                "\"dataGranularity\":\"1d\" | \"dataGranularity\":\"1wk\" | it is not ^GSPC by day",
                "America/New_York | America/Gotham | \"America/Gotham\" is not a time zone",
                "1795444200 | \"1795444200\" | `timestamp` has \"1795444200\", which is no time in seconds",
                "1795444200 | 1795617000 | ^GSPC has 2026-11-24 after 2026-11-25",
                "6700.10009765625 | \"6700.1\" | `open` has \"6700.1\", which is no number",
                "6704.9501953125, | '' | `close` has 2 prices of 3 days",
                "\"close\" | \"last\" | `close` is missing",
                "\"result\":[ | \"result\":[1, | it has 2 charts",
                "\"error\":null | \"errors\":null | `error` is missing"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by), SETTLED))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnPricesOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                body -> StatedPrices.texts(read(body, SETTLED)),
                ANSWER,
                body -> StatedPrices.chart(body, SPX, SETTLED));
    }
}
