package org.macroedge.server.sources.fred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.DatedFigure;
import org.macroedge.server.sources.series.RealTimeWindow;

/// What is asked of FRED, and what its answers mean.
class FredConnectorTest {

    private static final FredConnector CONNECTOR = new FredConnector();
    private static final Instant FETCHED = Instant.parse("2026-11-26T13:35:00Z");
    private static final String ANSWER = FredAnswers.PAYROLLS;

    /// Of one answer, as the service documents.
    private static final int MOST_VINTAGES = 2_000;

    private static List<DatedFigure> read(String body, Frequency frequency) {
        return read(body.getBytes(StandardCharsets.UTF_8), frequency);
    }

    private static List<DatedFigure> read(byte[] body, Frequency frequency) {
        return CONNECTOR
                .read(
                        new Payload("PAYEMS", body, FETCHED),
                        "PAYEMS",
                        frequency,
                        RealTimeWindow.until(LocalDate.ofInstant(FETCHED, ZoneOffset.UTC)))
                .figures();
    }

    private static DatedFigure figure(String period, String value, String from, String to) {
        return new DatedFigure(
                LocalDate.parse(period),
                value == null ? null : new BigDecimal(value),
                LocalDate.parse(from),
                LocalDate.parse(to));
    }

    @Test
    void figuresHaveTheDaysOnWhichTheyStoodAndAMissingOneIsNone() {
        assertThat(read(ANSWER, Frequency.MONTHLY))
                .hasSize(7)
                .startsWith(
                        figure("2026-06-01", null, "2026-07-02", "9999-12-31"),
                        figure("2026-07-01", "159000", "2026-08-07", "9999-12-31"),
                        figure("2026-08-01", "159286", "2026-09-04", "2026-10-01"))
                .endsWith(figure("2026-10-01", "159500", "2026-11-06", "9999-12-31"));
    }

    @Test
    void zeroIsAFigure() {
        assertThat(read(ANSWER.replace("159500", "0"), Frequency.MONTHLY))
                .endsWith(figure("2026-10-01", "0", "2026-11-06", "9999-12-31"));
    }

    @Test
    void aFigureThatContinuesIsOne() {
        String cut = FredAnswers.of(
                "2024-01-01",
                "2026-09-01 2026-10-02 2026-10-31 159381",
                "2026-09-01 2026-11-01 2026-11-05 159381.0",
                "2026-09-01 2026-11-06 9999-12-31 159370",
                "2026-10-01 2026-11-06 2026-11-07 159500",
                "2026-10-01 2026-11-09 9999-12-31 159500");

        assertThat(read(cut, Frequency.MONTHLY))
                .containsExactly(
                        figure("2026-09-01", "159381", "2026-10-02", "2026-11-05"),
                        figure("2026-09-01", "159370", "2026-11-06", "9999-12-31"),
                        figure("2026-10-01", "159500", "2026-11-06", "2026-11-07"),
                        figure("2026-10-01", "159500", "2026-11-09", "9999-12-31"));
    }

    @Test
    void aWeekEndsOnItsDate() {
        String claims = FredAnswers.of("2024-01-01", "2026-11-14 2026-11-19 9999-12-31 221000");

        assertThat(read(claims, Frequency.WEEKLY))
                .containsExactly(figure("2026-11-08", "221000", "2026-11-19", "9999-12-31"));
    }

    @Test
    void eachSeriesIsARequestForAllVintagesOfThreeYearsAndTheKeyIsNeverShown() {
        FetchRequest request = CONNECTOR
                .requests(
                        new SourceAccess(CONNECTOR.contract().address(), "0123456789abcdef"),
                        List.of("PAYEMS"),
                        RealTimeWindow.until(LocalDate.parse("2026-11-26")))
                .getFirst()
                .request();

        assertThat(request.address())
                .isEqualTo(URI.create("https://api.stlouisfed.org/fred/series/observations?series_id=PAYEMS"
                        + "&file_type=json&observation_start=2024-01-01&realtime_start=2024-01-01"
                        + "&realtime_end=9999-12-31&output_type=1"));
        assertThat(request.secrets()).isEqualTo(Map.of("api_key", "0123456789abcdef"));
        assertThat(request.toString() + request.name() + request.address()).doesNotContain("0123456789abcdef");
    }

    @Test
    void aSpanOfThePastHasTheDayBeforeItAndTheBaseOfAYearsChange() {
        FetchRequest request = CONNECTOR
                .requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of("PAYEMS"),
                        RealTimeWindow.years(2010, 2014))
                .getFirst()
                .request();

        assertThat(request.name()).isEqualTo("PAYEMS 2010 to 2014");
        assertThat(request.address().getQuery())
                .contains("observation_start=2008-01-01&realtime_start=2009-12-31&realtime_end=2014-12-31");
    }

    /// A series has at most one vintage a day, so that a real-time period of fewer days stays below the limit.
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-12-31", "2028-12-31"})
    void noRequestCanHaveMoreVintagesThanTheServiceGives(LocalDate today) {
        assertThat(ChronoUnit.DAYS.between(RealTimeWindow.until(today).knownFrom(), today.plusDays(2)))
                .isLessThan(MOST_VINTAGES);
        RealTimeWindow longest = RealTimeWindow.years(2010, 2010 + CONNECTOR.mostYears() - 1);
        assertThat(ChronoUnit.DAYS.between(longest.knownFrom(), longest.knownTo()))
                .isLessThan(MOST_VINTAGES);
    }

    @Test
    void aRefusalIsAFaultOfTheSource() {
        String body = "{\"error_code\":429,\"error_message\":\"Too Many Requests.  Exceeded Rate Limit\"}";

        assertThatThrownBy(() -> read(body, Frequency.MONTHLY)).isInstanceOfSatisfying(SourceFault.class, fault -> {
            assertThat(fault.fault()).isEqualTo(SourceMessage.REFUSED);
            assertThat(fault).hasMessageContaining("Exceeded Rate Limit");
        });
    }

    @Test
    void anAnswerWithoutAnyFigureIsAFaultOfTheSource() {
        assertThatThrownBy(() ->
                        read(FredAnswers.of("2024-01-01", "2026-06-01 2026-07-02 9999-12-31 ."), Frequency.MONTHLY))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"realtime_start\":\"2024-01-01\" | {\"realtime_start\":\"2026-11-26\" | `realtime_start` is",
                "\"observation_start\":\"2024-01-01\" | \"observation_start\":\"1600-01-01\" | `observation_start` is",
                "\"units\":\"lin\" | \"units\":\"pch\" | `units` is \"pch\" and not lin",
                "\"output_type\":1 | \"output_type\":4 | `output_type` is 4 and not 1",
                "\"count\":7 | \"count\":8 | `count` is 8 and not 7",
                "\"offset\":0 | \"offset\":7 | `offset` is 7 and not 0",
                "\"159286\" | \"159,286\" | \"159,286\" is not a number",
                "\"159286\" | \"059286\" | \"059286\" is not a number",
                "\"159286\" | 159286 | `value` is not a text",
                "\"2026-08-01\" | \"2026-08-02\" | 2026-08-02 is not a date of monthly observations",
                "\"2026-08-01\" | \"2026-13-01\" | `date` \"2026-13-01\" is not a date",
                "\"2026-09-04\" | \"2026-07-04\" | it has 2026-08-01 before its time, on 2026-07-04",
                "\"2026-10-01\",\"date\" | \"2026-10-02\",\"date\" | two figures of 2026-08-01 stand on 2026-10-02",
                "\"2026-10-01\",\"date\" | \"2026-09-01\",\"date\" | two figures of 2026-08-01 stand on 2026-09-04",
                "observations\": | observation\": | `observations` is missing",
                "]} | ] | it is not JSON"
            })
    void anAnswerOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(ANSWER.replaceFirst(Pattern.quote(part), by), Frequency.MONTHLY))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aSeriesOfAnotherFrequencyIsNotTaken() {
        assertThatThrownBy(() -> read(ANSWER, Frequency.QUARTERLY))
                .hasMessageContaining("2026-06-01 is not a date of quarterly observations");
        assertThatThrownBy(() -> read(ANSWER, Frequency.WEEKLY)).hasMessageContaining("PAYEMS is not weekly");
    }

    @Test
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                body -> read(body, Frequency.MONTHLY).stream()
                        .map(StatedFigures::text)
                        .toList(),
                ANSWER,
                body -> StatedFigures.fred(body, Frequency.MONTHLY));
    }
}
