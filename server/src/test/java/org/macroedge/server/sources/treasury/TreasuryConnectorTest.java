package org.macroedge.server.sources.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

/// What is asked of the Treasury, and what its answers mean. The answers are composed.
class TreasuryConnectorTest {

    private static final TreasuryConnector CONNECTOR = new TreasuryConnector();
    private static final PriceSeries TEN = DeclaredPrices.of("treasury", "10Yr");
    private static final String HEADER = "Date,\"1 Mo\",\"1.5 Month\",\"2 Yr\",\"10 Yr\",\"30 Yr\"\n";
    private static final String ANSWER = HEADER
            + "11/25/2026,3.93,3.99,4.63,4.72,5.31\n"
            + "11/24/2026,3.92,3.98,4.61,-0.05,5.3\n"
            + "11/23/2026,3.92,3.98,4.61,,5.3\n";

    private static List<FetchedPrices.Day> read(byte[] body) {
        return CONNECTOR.read(new Payload("2026", body, Instant.parse("2026-11-25T23:35:00Z")), List.of(TEN));
    }

    private static List<FetchedPrices.Day> read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static FetchedPrices.Day day(String date, @Nullable String close) {
        return new FetchedPrices.Day(
                TEN, LocalDate.parse(date), close == null ? null : new Bar(null, null, null, new BigDecimal(close)));
    }

    @Test
    void aYieldIsThatOfItsMaturityAndAnEmptyOneIsNone() {
        assertThat(read(ANSWER))
                .containsExactly(day("2026-11-25", "4.72"), day("2026-11-24", "-0.05"), day("2026-11-23", null));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25, 2025, 2026", "2027-01-06, 2026, 2027", "2027-01-05, 2025, 2026"})
    void theYearThatHasDaysAndTheOneBeforeAreAskedFor(LocalDate today, String before, String last) {
        assertThat(CONNECTOR.requests(new SourceAccess(CONNECTOR.contract().address(), null), List.of(TEN), today))
                .extracting(asked -> asked.request().name())
                .containsExactly(before, last);
    }

    @Test
    void aYearIsARequest() {
        assertThat(CONNECTOR
                        .requests(
                                new SourceAccess(CONNECTOR.contract().address(), null),
                                List.of(TEN),
                                LocalDate.parse("2026-11-25"))
                        .getLast()
                        .request()
                        .address())
                .isEqualTo(URI.create("https://home.treasury.gov/resource-center/data-chart-center/interest-rates/"
                        + "daily-treasury-rates.csv/2026/all?type=daily_treasury_yield_curve"
                        + "&field_tdr_date_value=2026&page&_format=csv"));
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
                "\"10 Yr\" | \"10 Year\" | it is not a table of yields with Date and [10 Yr]",
                "Date | Day | it is not a table of yields with Date and [10 Yr]",
                "11/25/2026 | 2026-11-25 | \"2026-11-25\" is not a date of 2026",
                "11/25/2026 | 11/31/2026 | \"11/31/2026\" is not a date of 2026",
                "11/25/2026 | 11/25/2025 | \"11/25/2025\" is not a date of 2026",
                "11/25/2026 | 11/24/2026 | 2026-11-24 comes twice",
                ",4.72,5.31 | ,4.7 | a row has 5 cells of 6",
                "4.72 | 4.72% | \"4.72%\" is not a number"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnYieldsOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                body -> StatedPrices.texts(read(body)),
                ANSWER,
                body -> StatedPrices.table(
                        body,
                        "10 Yr",
                        date -> LocalDate.parse(date, DateTimeFormatter.ofPattern("MM/dd/yyyy")),
                        day -> true));
    }
}
