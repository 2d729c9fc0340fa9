package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowFault;

class CalendarReaderTest {

    @TempDir
    Path folder;

    @Test
    void oneFileAnIndicatorNamesItsTitleInTheFileName() {
        ReadRows rows = ReadRows.of(folder, """
            source: mine
            file:
              columns: {instant: Timestamp, actual: Actual, forecast: Forecast, previous: Previous}
              titleFrom: file-name
              titlePattern: '.*_(US_.+)'
            instant: {pattern: "yyyy-MM-dd HH:mm:ss", zone: UTC}
            values: {suffixes: {K: 3}}
            titles:
              - {title: US_Nonfarm_Payrolls, indicator: us-nonfarm-payrolls}
            """, "by-indicator_10000_227_US_Nonfarm_Payrolls.csv", """
            Timestamp,Prelim,Actual,Forecast,Previous,Deviation
            2023-10-06 12:30:00,False,336K,170K,227K,166.0
            """);

        assertThat(rows.mapped).singleElement().satisfies(row -> {
            assertThat(row.indicator().id()).hasToString("us-nonfarm-payrolls");
            assertThat(row.instant()).isEqualTo(Instant.parse("2023-10-06T12:30:00Z"));
            assertThat(row.actual()).isEqualByComparingTo("336000");
            assertThat(row.forecasts().getFirst().value()).isEqualByComparingTo("170000");
            assertThat(row.previous()).isEqualByComparingTo("227000");
        });
    }

    @Test
    void aConstantTitleHoldsInEveryRow() {
        ReadRows rows = ReadRows.of(folder, """
            source: mine
            file:
              columns: {instant: date, actual: value}
              titleFrom: constant
            constants: {area: USD, title: "CPI y/y"}
            instant: {pattern: "yyyy-MM-dd", zone: America/New_York}
            titles:
              - {area: USD, title: "CPI y/y", indicator: us-cpi-yoy}
            """, "cpi.csv", "date,value\n2021-07-13,5.4\n");

        assertThat(rows.mapped).singleElement().satisfies(row -> {
            assertThat(row.indicator().id()).hasToString("us-cpi-yoy");
            assertThat(row.dateOnly()).isTrue();
            assertThat(row.instant()).isEqualTo(Instant.parse("2021-07-13T12:30:00Z"));
            assertThat(row.actual()).isEqualByComparingTo("5.4");
        });
    }

    @Test
    void aYearThatThePatternLacksComesFromAColumn() {
        ReadRows rows = ReadRows.of(folder, """
            source: mine
            file: {columns: {title: event, instant: [day, clock], clock: clock, year: year, actual: actual}}
            instant: {patterns: ["EEE MMM d h:mma", "EEE MMM d"], zone: America/New_York, yearFrom: column}
            dateOnly: All Day
            titles:
              - {title: CPI, indicator: us-cpi-mom}
            """, "calendar.csv", """
            event,day,clock,year,actual
            CPI,Tue Jul 13,8:30am,2021,0.9
            CPI,Wed Feb 29,8:30am,2012,0.2
            CPI,Wed Feb 29,8:30am,2013,0.2
            CPI,Wed Aug 11,,2021,0.5
            """);

        assertThat(rows.mapped)
                .extracting(ReportedRelease::instant)
                .containsExactly(
                        Instant.parse("2021-07-13T12:30:00Z"),
                        Instant.parse("2012-02-29T13:30:00Z"),
                        Instant.parse("2021-08-11T12:30:00Z"));
        assertThat(rows.mapped.getLast().dateOnly()).isTrue();
        assertThat(rows.faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(4))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(RowFault.Reason.UNREADABLE_INSTANT));
    }

    @Test
    void aYearThatThePatternLacksComesFromTheFileName() {
        String profile = """
            source: mine
            file: {columns: {title: event, instant: at, actual: actual}}
            instant: {pattern: "MM/dd HH:mm", zone: "+08:00", yearFrom: file-name}
            titles:
              - {title: CPI, indicator: us-cpi-mom}
            """;
        String text = "event,at,actual\nCPI,07/13 20:30,0.9\n";

        assertThat(ReadRows.of(folder, profile, "calendar-2021_10000.csv", text).mapped)
                .extracting(ReportedRelease::instant)
                .containsExactly(Instant.parse("2021-07-13T12:30:00Z"));
        assertThat(ReadRows.of(folder, profile, "calendar.csv", text).faults)
                .as("a name without a year")
                .hasSize(1);
    }

    @Test
    void eachRowMaySayItsOwnZone() {
        ReadRows rows = ReadRows.of(folder, """
            source: mine
            file: {columns: {title: event, instant: at, zone: tz, actual: actual}}
            instant: {patterns: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: in-row}
            titles:
              - {title: CPI, indicator: us-cpi-mom}
            """, "calendar.csv", """
            event,at,tz,actual
            CPI,2021-12-10,Olympus,0.8
            CPI,2021-07-13 08:30,America/New_York,0.9
            CPI,2021-08-11 14:30,+02:00,0.5
            CPI,2021-09-14 12:30,UTC,0.3
            CPI,2021-10-13 12:30,,0.4
            CPI,2021-11-10 12:30,Olympus,0.9
            """);

        assertThat(rows.mapped)
                .extracting(ReportedRelease::instant)
                .containsExactly(
                        Instant.parse("2021-07-13T12:30:00Z"),
                        Instant.parse("2021-08-11T12:30:00Z"),
                        Instant.parse("2021-09-14T12:30:00Z"));
        assertThat(rows.faults)
                .extracting(RowFault::message)
                .containsExactly(
                        "instant \"2021-12-10\" in zone \"Olympus\" does not fit the profile's pattern",
                        "instant \"2021-10-13 12:30\" in zone \"\" does not fit the profile's pattern",
                        "instant \"2021-11-10 12:30\" in zone \"Olympus\" does not fit the profile's pattern");
    }

    @Test
    void anOffsetInThePatternIsTheRowsOwnZone() {
        ReadRows rows = ReadRows.of(folder, """
            source: mine
            file: {columns: {title: event, instant: at, actual: actual}}
            instant: {patterns: ["yyyy-MM-dd'T'HH:mmXXX", "yyyy-MM-dd HH:mm VV"], zone: in-row}
            titles:
              - {title: CPI, indicator: us-cpi-mom}
            """, "calendar.csv", """
            event,at,actual
            CPI,2021-07-13T08:30-04:00,0.9
            CPI,2021-08-11 08:30 America/New_York,0.5
            """);

        assertThat(rows.mapped)
                .extracting(ReportedRelease::instant)
                .containsExactly(Instant.parse("2021-07-13T12:30:00Z"), Instant.parse("2021-08-11T12:30:00Z"));
    }

    @Test
    void theUnitOfATitleScalesPlainNumbersAndLeavesSuffixedOnesAlone() {
        ReadRows rows = ReadRows.of(folder, """
            source: mine
            file: {columns: {title: event, instant: at, actual: actual, forecast: forecast, previous: previous}}
            instant: {pattern: "yyyy-MM-dd", zone: America/New_York}
            values: {suffixes: {K: 3, "%": 0}}
            titles:
              - {title: Payrolls, unit: thousands, indicator: us-nonfarm-payrolls}
              - {title: CPI, unit: fraction, indicator: us-cpi-yoy}
            """, "calendar.csv", """
            event,at,actual,forecast,previous
            Payrolls,2021-09-03,235,720.5,1053K
            CPI,2021-07-13,0.054,4.9%,0.05
            """);

        assertThat(rows.mapped.getFirst().actual()).isEqualByComparingTo("235000");
        assertThat(rows.mapped.getFirst().forecasts().getFirst().value()).isEqualByComparingTo("720500");
        assertThat(rows.mapped.getFirst().previous()).isEqualByComparingTo("1053000");
        assertThat(rows.mapped.getLast().actual()).isEqualByComparingTo("5.4");
        assertThat(rows.mapped.getLast().forecasts().getFirst().value()).isEqualByComparingTo("4.9");
        assertThat(rows.mapped.getLast().previous()).isEqualByComparingTo("5");
    }

    @Test
    void hoursAwayFromTheCataloguesReleaseTimeAreCounted() {
        ReadRows rows = ReadRows.of(folder, """
            source: mine
            file: {columns: {title: event, instant: at, actual: actual}}
            instant: {patterns: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: UTC}
            titles:
              - {title: Payrolls, indicator: us-nonfarm-payrolls}
              - {title: BRC, indicator: gb-brc-retail-sales-monitor-yoy}
              - {title: BOJ, indicator: jp-boj-policy-rate}
            """, "calendar.csv", """
            event,at,actual
            Payrolls,2023-10-06 12:30,336
            Payrolls,2023-07-07 13:30,185
            Payrolls,2023-06-02 13:30,339
            Payrolls,2023-03-10 14:30,311
            Payrolls,2023-05-05 05:30,253
            Payrolls,2023-04-07 12:47,236
            Payrolls,2023-08-04,187
            BRC,2021-01-11 23:01,1
            BOJ,2021-01-21 03:00,-0.1
            Sunshine,2021-01-21 03:00,7
            """);

        assertThat(rows.mapped).hasSize(9);
        assertThat(rows.hourOffsets.rowsByHours())
                .as("a row of the evening before 00:01 is an hour early, not a day late")
                .isEqualTo(new TreeMap<>(Map.of(-7, 1L, -1, 1L, 0, 1L, 1, 3L)));
        assertThat(rows.hourOffsets.other()).isEqualTo(1);
        assertThat(rows.hourOffsets.unscheduled()).as("no fixed hour").isEqualTo(1);
        assertThat(rows.hourOffsets.onTime()).isEqualTo(1);
        assertThat(rows.hourOffsets.different()).isEqualTo(6);
        assertThat(rows.hourOffsets.text()).isEqualTo("-7 h: 1, -1 h: 1, +1 h: 3, other: 1");
    }
}
