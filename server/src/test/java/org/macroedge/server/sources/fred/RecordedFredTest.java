package org.macroedge.server.sources.fred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.series.DatedFigure;
import org.macroedge.server.sources.series.JsonFields;
import org.macroedge.server.sources.series.RealTimeHistory;
import org.macroedge.server.sources.series.RealTimeWindow;

/// Recorded answers for observations (all vintages, those known by a date, first ones, and present ones) and for the
/// dates of a release.
@Tag("recorded")
class RecordedFredTest {

    private static final Path HTTP = Path.of(System.getProperty("macro-edge.recorded"), "http");
    private static final LocalDate FIRST = LocalDate.parse("1600-01-01");
    private static final LocalDate BEGIN = LocalDate.parse("1776-07-04");
    private static final LocalDate FOR_EVER = LocalDate.parse("9999-12-31");
    private static final RealTimeWindow ALL = new RealTimeWindow(FIRST, BEGIN, FOR_EVER);
    private static final int FIRST_VINTAGES = 4;
    private static final String VINTAGES = "test_get_series_all_releases_json__00.json";

    private static byte[] body(String file) throws IOException {
        return Files.readAllBytes(HTTP.resolve("fred-alfred").resolve(file));
    }

    private static RealTimeHistory read(byte[] body, Frequency frequency, RealTimeWindow window) {
        return read(body, frequency, window, FredConnector.EVERY_VINTAGE);
    }

    private static RealTimeHistory read(byte[] body, Frequency frequency, RealTimeWindow window, int outputType) {
        Payload payload = new Payload("x", body, Instant.parse("2026-11-26T12:00:00Z"));
        return FredAnswer.read(payload, "x", frequency, window, outputType);
    }

    private static RealTimeHistory read(String file, Frequency frequency, RealTimeWindow window) throws IOException {
        return read(body(file), frequency, window);
    }

    private static Indicator quarterly() {
        return CatalogueLoader.load(Path.of("../catalogue"))
                .indicator("us-advance-gdp-qoq")
                .orElseThrow();
    }

    private static List<DatedFigure> of(RealTimeHistory history, String period) {
        return history.figures().stream()
                .filter(figure -> figure.period().equals(LocalDate.parse(period)))
                .toList();
    }

    /// Of 905 months since 1949, 22 have two days: mostly a February, with new seasonal factors before the prices.
    @Test
    void aMonthWithTwoReleaseDatesHasNone() throws IOException {
        Payload payload = new Payload(
                "release 10", body("test_get_release_dates__00.json"), Instant.parse("2024-11-03T14:33:21Z"));

        ReleaseDates dates = ReleaseDates.read(payload, 10);

        assertThat(dates.days()).hasSize(927);
        assertThat(dates.announcements(Frequency.MONTHLY))
                .hasSize(883)
                .containsEntry(LocalDate.parse("2024-10-01"), LocalDate.parse("2024-10-10"))
                .doesNotContainKey(LocalDate.parse("2024-02-01"));
        assertThat(dates.announcements(Frequency.QUARTERLY)).hasSize(2);
    }

    @Test
    @Tag("seeded")
    void damagedDatesGiveTheirOwnDaysOrACodedFault() throws IOException {
        int read = Mutations.assertOwnOrCodedFaults(
                bytes -> ReleaseDates.read(new Payload("release 10", bytes, Instant.EPOCH), 10)
                        .announcements(Frequency.MONTHLY),
                body("test_get_release_dates__00.json"),
                (days, bytes) -> assertThat(
                                days.keySet().stream().map(day -> day.toString().substring(0, 7)))
                        .containsExactlyInAnyOrderElementsOf(
                                FredDatesConnectorTest.monthsOnce(new String(bytes, StandardCharsets.UTF_8))));
        assertThat(read).isPositive();
    }

    @Test
    void allVintagesOfOutputHaveTheirDays() throws IOException {
        RealTimeHistory history = read(VINTAGES, Frequency.QUARTERLY, ALL);

        assertThat(history.figures()).hasSize(3_199);
        assertThat(of(history, "2024-01-01"))
                .extracting(DatedFigure::from, DatedFigure::value)
                .containsExactly(
                        tuple(LocalDate.parse("2024-04-25"), new BigDecimal("28284.498")),
                        tuple(LocalDate.parse("2024-05-30"), new BigDecimal("28255.928")),
                        tuple(LocalDate.parse("2024-06-27"), new BigDecimal("28269.174")),
                        tuple(LocalDate.parse("2024-09-26"), new BigDecimal("28624.069")));
        assertThat(of(history, "1946-01-01"))
                .extracting(DatedFigure::value)
                .containsExactly(new BigDecimal("199.7"), null, new BigDecimal("210.4"), null);
    }

    /// The service has an answer of its own with the first figure of each period. It leaves out, as here, what was
    /// there when its records began, and what was filled in later.
    @Test
    void firstPrintsAreThoseThatTheServiceGives() throws IOException {
        List<String> own = read(VINTAGES, Frequency.QUARTERLY, ALL).firstPrints(quarterly()).stream()
                .map(print -> print.period() + " " + print.from() + " " + print.value())
                .toList();
        List<String> theirs = read(
                        body("test_get_series_initial_release_json__00.json"), Frequency.QUARTERLY, ALL, FIRST_VINTAGES)
                .figures()
                .stream()
                .map(print -> print.period() + " " + print.from() + " " + print.value())
                .toList();

        assertThat(theirs).hasSize(132);
        assertThat(own).isEqualTo(theirs);
    }

    @Test
    void everyVintageIsOnAVintageDate() throws IOException {
        Set<LocalDate> dates = new HashSet<>();
        JsonFields.read(body("test_get_series_vintagedates__00.json"))
                .path("vintage_dates")
                .forEach(date -> dates.add(LocalDate.parse(date.asString(""))));

        assertThat(dates).hasSize(393).hasSizeLessThan(2_000);
        assertThat(dates)
                .containsAll(read(VINTAGES, Frequency.QUARTERLY, ALL).figures().stream()
                        .map(DatedFigure::from)
                        .collect(Collectors.toSet()));
    }

    /// What was known by 2019 is the beginning of what is known later.
    @Test
    void whatWasKnownByADateIsWhatAllVintagesSayOfIt() throws IOException {
        LocalDate end = LocalDate.parse("2019-01-01");
        RealTimeHistory then = read(
                "test_get_series_asof_date_json__00.json", Frequency.QUARTERLY, new RealTimeWindow(FIRST, BEGIN, end));
        List<DatedFigure> known = read(VINTAGES, Frequency.QUARTERLY, ALL).figures().stream()
                .filter(figure -> !figure.from().isAfter(end))
                .map(figure -> new DatedFigure(
                        figure.period(),
                        figure.value(),
                        figure.from(),
                        figure.to().isAfter(end) ? end : figure.to()))
                .toList();

        assertThat(then.figures()).hasSize(2_902).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "test_get_series_json__00.json, QUARTERLY, 2024-10-30, 315, 2024-07-01, 29349.924",
        "test_remove_series__01.json, MONTHLY, 2024-10-10, 813, 1957-01-01, 28.5",
        "test_list_methods_diff__01.json, WEEKLY, 2024-10-28, 3278, 1961-12-30, 4.03"
    })
    void presentFiguresAreRead(
            String file, Frequency frequency, LocalDate today, int count, String period, BigDecimal value)
            throws IOException {
        RealTimeHistory history = read(file, frequency, new RealTimeWindow(FIRST, today, today));

        assertThat(history.figures()).hasSize(count);
        assertThat(of(history, period)).extracting(DatedFigure::value).containsExactly(value);
    }

    /// Asked for all vintages, an answer with the present ones only would make every figure new today.
    @Test
    void anAnswerWithPresentFiguresIsNotTakenForAllVintages() {
        assertThatThrownBy(() -> read("test_get_series_json__00.json", Frequency.QUARTERLY, ALL))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("`realtime_start` is \"2024-10-30\" and not 1776-07-04");
    }

    @ParameterizedTest
    @CsvSource({
        "fred_error_400_bad_api_key.json, api_key is not registered",
        "fred_error_429_rate_limit.json, Exceeded Rate Limit"
    })
    void refusalsAreFaultsOfTheSource(String file, String reason) throws IOException {
        byte[] body = Files.readAllBytes(HTTP.resolve("transcribed-shapes").resolve(file));

        assertThatThrownBy(() -> read(body, Frequency.MONTHLY, ALL))
                .isInstanceOfSatisfying(SourceFault.class, fault -> {
                    assertThat(fault.fault()).isEqualTo(SourceMessage.REFUSED);
                    assertThat(fault).hasMessageContaining(reason);
                });
    }

    @Test
    void observationsAsXmlAreNotUnderstood() throws IOException {
        byte[] body = Files.readAllBytes(HTTP.resolve("fred-xml").resolve("test_yield_curve_date0__00.xml"));

        assertThatThrownBy(() -> read(body, Frequency.MONTHLY, ALL)).hasMessageContaining("it is not JSON");
    }

    /// Every recorded answer for observations, as it was asked for.
    @ParameterizedTest
    @CsvSource({
        "test_get_series_all_releases_json__00.json, QUARTERLY, 1776-07-04, 9999-12-31, 1",
        "test_get_series_initial_release_json__00.json, QUARTERLY, 1776-07-04, 9999-12-31, 4",
        "test_get_series_asof_date_json__00.json, QUARTERLY, 1776-07-04, 2019-01-01, 1",
        "test_get_series_json__00.json, QUARTERLY, 2024-10-30, 2024-10-30, 1",
        "test_remove_series__01.json, MONTHLY, 2024-10-10, 2024-10-10, 1",
        "test_list_methods_diff__01.json, WEEKLY, 2024-10-28, 2024-10-28, 1"
    })
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault(
            String file, Frequency frequency, LocalDate from, LocalDate to, int outputType) throws IOException {
        RealTimeWindow window = new RealTimeWindow(FIRST, from, to);

        Mutations.assertOwnFiguresOrCodedFaults(
                body -> read(body, frequency, window, outputType).figures().stream()
                        .map(StatedFigures::text)
                        .toList(),
                new String(body(file), StandardCharsets.UTF_8),
                body -> StatedFigures.fred(body, frequency));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transcribed-shapes/fred_error_400_bad_api_key.json",
                "transcribed-shapes/fred_error_429_rate_limit.json",
                "fred-xml/test_yield_curve_date0__00.xml"
            })
    @Tag("seeded")
    void aDamagedRefusalGivesNoFigures(String file) throws IOException {
        Mutations.assertCodedFaults(body -> read(body, Frequency.MONTHLY, ALL), Files.readAllBytes(HTTP.resolve(file)));
    }
}
