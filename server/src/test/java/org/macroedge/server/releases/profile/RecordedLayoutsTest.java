package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Real files of other calendars: each layout can be described, and its rows have the right values and instants.
@Tag("recorded")
class RecordedLayoutsTest {

    private static final Path DATA = Path.of(System.getProperty("macro-edge.recorded"));
    private static final Path LAYOUTS = DATA.resolve("calendar").resolve("layouts");

    private static ReadRows read(String profile, List<Path> files) {
        Profiles profiles = new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> ReadRows.CATALOGUE);
        return ReadRows.of(
                profiles.sent("mine.yaml", profile.getBytes(StandardCharsets.UTF_8)),
                files.stream().map(CalendarFile::of).toList());
    }

    private static List<Path> files(Path below, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void oneFileForEachIndicator() {
        ReadRows rows = read("""
            source: mine
            file:
              columns: {instant: Timestamp, actual: Actual, forecast: Forecast, previous: Previous}
              titleFrom: file-name
              titlePattern: '.*_(US_.+)'
            instant: {pattern: "yyyy-MM-dd HH:mm:ss", zone: UTC}
            time: catalogue
            values: {suffixes: {K: 3}}
            titles:
              - {title: US_Nonfarm_Payrolls, indicator: us-nonfarm-payrolls}
            """, List.of(LAYOUTS.resolve("investing-by-indicator_10000_227_US_Nonfarm_Payrolls.csv")));

        assertThat(rows.faults).isEmpty();
        assertThat(rows.mapped.getFirst().actual()).isEqualByComparingTo("216000");
        assertThat(rows.mapped.getFirst().instant()).isEqualTo(Instant.parse("2024-01-05T13:30:00Z"));
        assertThat(rows.findingLines()).anyMatch(line -> line.startsWith("clock-offset [+1 h]"));
    }

    @Test
    void portugueseColumnsAndMonthsInTitles() {
        ReadRows rows = read("""
            source: mine
            file:
              columns: {instant: data, title: evento, actual: atual, forecast: previsao, previous: anterior}
              titlePattern: '(.+?)( \\([A-Z][a-z]{2}\\))?'
            instant: {pattern: "yyyy/MM/dd", zone: America/New_York}
            values: {suffixes: {"%": 0, K: 3, M: 6, B: 9}}
            titles:
              - {title: "Initial Jobless Claims", indicator: us-unemployment-claims}
              - {title: "ISM Manufacturing PMI", indicator: us-ism-manufacturing-pmi}
            """, List.of(LAYOUTS.resolve("investing-portuguese.csv")));

        assertThat(rows.faults).isEmpty();
        assertThat(rows.mapped.getFirst().instant()).isEqualTo(Instant.parse("2020-01-02T13:30:00Z"));
        assertThat(rows.mapped.getFirst().dateOnly()).isTrue();
        assertThat(rows.mapped.getFirst().actual()).isEqualByComparingTo("222000");
        assertThat(rows.ignored).isPositive();
    }

    @Test
    void aClockAnHourAheadOfNewYork() {
        ReadRows rows = read("""
            source: mine
            file:
              columns: {instant: [Date, "Time (ET)"], clock: "Time (ET)", area: Country, title: Event, actual: Actual,
                        forecast: Consensus, previous: Previous}
            instant: {pattern: "yyyy-MM-dd HH:mm", zone: "America/New_York + 1 h"}
            values: {missing: "-", suffixes: {"%": 0, K: 3, M: 6, B: 9}}
            titles:
              - {area: United States, title: Factory Orders, indicator: us-factory-orders-mom}
            """, List.of(LAYOUTS.resolve("nasdaq-2022.csv")));

        assertThat(rows.faults).isEmpty();
        assertThat(rows.mapped.getFirst().instant()).isEqualTo(Instant.parse("2022-01-06T15:00:00Z"));
        assertThat(rows.mapped.getFirst().actual()).isEqualByComparingTo("1.6");
        assertThat(rows.hourOffsets.different()).isZero();
    }

    /// The twenty real lines of each layout, by the profiles that are shipped for them.
    @Test
    void theShippedProfilesReadTheRealLines() {
        ReadRows investing = shipped("investing", "investing-portuguese.csv");
        ReadRows payrolls =
                shipped("investing-by-indicator", "investing-by-indicator_10000_227_US_Nonfarm_Payrolls.csv");
        ReadRows nasdaq = shipped("nasdaq", "nasdaq-2022.csv");

        assertThat(investing.mapped).hasSize(16);
        assertThat(investing.unmapped)
                .containsExactly("ISM Non-Manufacturing Prices", "10-Year Note Auction", "30-Year Bond Auction");
        assertThat(investing.ignored).isOne();
        assertThat(investing.mapped).extracting(ReportedRelease::period).contains(LocalDate.parse("2019-12-01"));
        assertThat(payrolls.mapped).hasSize(20);
        assertThat(payrolls.findingLines()).anyMatch(line -> line.startsWith("clock-offset [+1 h]"));
        assertThat(nasdaq.mapped)
                .extracting(row -> row.indicator().id() + " " + row.instant() + " "
                        + Objects.requireNonNull(row.actual()).toPlainString())
                .containsExactly(
                        "us-construction-spending-mom 2022-01-03T15:00:00Z 0.4",
                        "us-factory-orders-mom 2022-01-06T15:00:00Z 1.6",
                        "us-ism-services-pmi 2022-01-06T15:00:00Z 62.0",
                        "us-natural-gas-storage 2022-01-06T15:30:00Z -31000000000",
                        "us-average-hourly-earnings-mom 2022-01-07T13:30:00Z 0.6",
                        "us-nonfarm-payrolls 2022-01-07T13:30:00Z 199000");
        assertThat(nasdaq.hourOffsets.different()).isZero();
    }

    private static ReadRows shipped(String profile, String file) {
        ReadRows rows =
                ReadRows.of(ShippedLayoutsTest.profile(profile), List.of(CalendarFile.of(LAYOUTS.resolve(file))));
        assertThat(rows.faults).isEmpty();
        return rows;
    }

    @Test
    void jsonFilesOfAYear() throws IOException {
        ReadRows rows = read(
                """
                source: mine
                file:
                  format: json
                  path: events
                  columns: {area: currency, title: event, instant: event_dt, actual: actual, forecast: forecast,
                            previous: previous, event: event_id}
                instant: {pattern: "yyyy-MM-dd'T'HH:mm:ssXXX", zone: in-row}
                values: {suffixes: {"%": 0, K: 3, M: 6, B: 9, T: 12}, bounds: strip, compound: first}
                titlesFrom: forexfactory-archive
                """,
                files(
                        DATA.resolve("calendar")
                                .resolve("forexfactory-json-2019-2020")
                                .resolve("date"),
                        ".json"));

        assertThat(rows.faults).isEmpty();
        assertThat(rows.mapped).hasSize(2_787);
        assertThat(rows.mapped).allMatch(row -> row.eventId() != null);
    }

    @Test
    void jsonOfOneIndicator() {
        ReadRows rows = read(
                """
                source: mine
                file:
                  format: json
                  columns: {area: Country, title: Event, instant: Date, actual: Actual, forecast: Forecast, previous: Previous,
                            event: CalendarId}
                instant: {pattern: "yyyy-MM-dd'T'HH:mm:ss", zone: UTC}
                values: {suffixes: {"%": 0}}
                titles:
                  - {area: United States, title: Fed Interest Rate Decision, indicator: us-fed-funds-rate}
                """,
                List.of(DATA.resolve("calendar")
                        .resolve("tradingeconomics-fdtr-2013-2019")
                        .resolve("fdtr_calendar.json")));

        assertThat(rows.faults).isEmpty();
        assertThat(rows.mapped).hasSize(47);
        assertThat(rows.mapped.getFirst().actual()).isEqualByComparingTo("0.25");
        assertThat(rows.findingLines()).containsExactly("clock-offset [+1 h] 10 fdtr_calendar.json:1 time");
    }

    @Test
    void feedsWithoutActualsWhoseNamesSayWhenTheyWereCaptured() throws IOException {
        ReadRows rows = read(
                """
                source: mine
                file:
                  columns: {area: Country, title: Title, instant: [Date, Time], clock: Time, forecast: Forecast, previous: Previous}
                instant: {pattern: "MM-dd-yyyy h:mma", zone: UTC}
                dateOnly: [All Day, Tentative]
                captured: {from: file-name, pattern: "yyyyMMdd'T'HHmmss", zone: UTC}
                values: {suffixes: {"%": 0, K: 3, M: 6, B: 9, T: 12}, bounds: strip, compound: first}
                titlesFrom: forexfactory-archive
                """,
                files(DATA.resolve("http").resolve("forexfactory-feed-csv"), ".csv")
                        .subList(0, 20));

        assertThat(rows.faults).isEmpty();
        assertThat(rows.mapped).hasSize(897);
        assertThat(rows.mapped).extracting(ReportedRelease::scheduleCapturedAt).doesNotContainNull();
        assertThat(rows.mapped).allMatch(row -> row.actual() == null);
    }
}
