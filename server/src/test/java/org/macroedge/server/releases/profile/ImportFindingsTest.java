package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import finds wrong in files, with the first row and the field of the profile that settles it.
class ImportFindingsTest {

    private static final String PROFILE = """
        source: mine
        file: {columns: {title: event, instant: at, actual: actual}}
        instant: {patterns: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: UTC}
        time: %s
        titles:
          - {title: P, indicator: us-nonfarm-payrolls}
          - {title: C, indicator: us-cpi-yoy}
        """;

    @TempDir
    Path folder;

    private List<String> findings(String profile, String name, String rows) {
        return ReadRows.of(folder, profile, name, rows).findingLines();
    }

    @Test
    void correctRowsGiveNone() {
        assertThat(findings(PROFILE.formatted("source"), "a.csv", """
            event,at,actual
            P,2021-09-03 12:30,1
            C,2021-09-14,1
            """)).isEmpty();
    }

    @Test
    void clockTimesThatAreWrongByWholeHoursAreCountedByHours() {
        String rows = """
            event,at,actual
            P,2021-09-03 12:30,1
            P,2021-10-08 13:30,1
            C,2021-09-14 13:30,1
            C,2021-10-13 11:30,1
            C,2021-11-10 13:47,1
            """;

        assertThat(findings(PROFILE.formatted("source"), "a.csv", rows))
                .containsExactly("clock-offset [+1 h] 2 a.csv:3 time", "clock-offset [-1 h] 1 a.csv:5 time");
        assertThat(findings(PROFILE.formatted("catalogue"), "a.csv", rows))
                .as("too few in any week for a shift")
                .containsExactly("clock-offset [+1 h] 2 a.csv:3 null", "clock-offset [-1 h] 1 a.csv:5 null");
    }

    @Test
    void shiftedClockTimesAreCountedByHours() {
        assertThat(findings(PROFILE.formatted("catalogue"), "a.csv", """
            event,at,actual
            P,2021-09-03 13:30,1
            C,2021-09-02 13:30,1
            C,2021-09-01 13:30,1
            """))
                .containsExactly("clock-shifted [-1 h] 3 a.csv:2 null");
    }

    @Test
    void offsetsOfMostRowsBeyondThreeHoursAreThoseOfTheZone() {
        assertThat(findings(PROFILE.formatted("source"), "a.csv", """
            event,at,actual
            P,2021-09-03 08:30,1
            C,2021-09-14 08:30,1
            C,2021-10-13 12:30,1
            """))
                .containsExactly("clock-offset [-4 h] 2 a.csv:2 instant.zone");
    }

    @Test
    void singleOffsetsBeyondThreeHoursArePlaceholders() {
        assertThat(findings(PROFILE.formatted("source"), "a.csv", """
            event,at,actual
            P,2021-09-03 12:30,1
            P,2021-10-08 00:00,1
            C,2021-09-14 00:00,1
            C,2021-10-13 12:30,1
            C,2021-11-10 14:30,1
            C,2021-12-10 18:00,1
            """))
                .containsExactly(
                        "clock-offset [+1 h] 1 a.csv:6 time",
                        "placeholder-time [00:00] 2 a.csv:3 dateOnly",
                        "placeholder-time [other times] 1 a.csv:7 dateOnly");
    }

    @Test
    void bareDatesAtWeekendsAreADayEarlyOrLate() {
        assertThat(findings(PROFILE.formatted("source"), "a.csv", """
            event,at,actual
            P,2021-09-04,1
            C,2021-09-12,1
            C,2021-10-09,1
            C,2021-11-10,1
            """))
                .containsExactly("day-offset [Saturday or Sunday] 3 a.csv:2 dates");
    }

    @Test
    void aFileWithAHeaderAndNoRowsIsNamed() {
        assertThat(findings(PROFILE.formatted("source"), "a.csv", "event,at,actual\n"))
                .containsExactly("header-only [] 1 a.csv:1 null");
    }

    @Test
    void twoColumnsOfOneNameAreNamedIfTheyAreRead() {
        assertThat(findings(PROFILE.formatted("source"), "a.csv", """
            event,actual,at,actual,note,note
            P,1,2021-09-03 12:30,2,x,y
            """))
                .containsExactly("duplicate-column [actual] 1 a.csv:1 file.columns");
    }

    @Test
    void aFileWithoutYearsThatGoesFromDecemberToJanuaryIsNamed() {
        String profile = """
            source: mine
            file: {columns: {title: event, instant: at, actual: actual}}
            instant: {pattern: "MM-dd HH:mm", zone: UTC, yearFrom: file-name}
            %s
            titles:
              - {title: P, indicator: us-nonfarm-payrolls}
            """;
        String turn = "event,at,actual\nP,12-03 13:30,1\nP,01-07 13:30,1\nP,01-08 13:30,1\n";
        StringBuilder year = new StringBuilder("event,at,actual\n");
        for (int month = 1; month <= 12; month++) {
            year.append("P,%02d-15 13:30,1%n".formatted(month));
        }

        assertThat(findings(profile.formatted(""), "2021.csv", turn))
                .contains("yearless-dates [January and December] 1 2021.csv:3 spill");
        assertThat(findings(profile.formatted("spill: next-january"), "2021.csv", turn))
                .as("the profile knows")
                .noneMatch(finding -> finding.startsWith("yearless"));
        assertThat(findings(profile.formatted(""), "2021.csv", year.toString()))
                .as("a whole year")
                .noneMatch(finding -> finding.startsWith("yearless"));
    }

    @Test
    void findingsOfSeveralFilesAreOneWithThePlaceOfTheFirst() {
        List<CalendarFile> files = List.of(
                file("a.csv", "event,at,actual\nP,2021-09-03 12:30,1\n"),
                file("b.csv", "event,at,actual\nP,2021-10-08 12:30,1\nC,2021-09-14 13:30,1\n"),
                file("c.csv", "event,at,actual\nC,2021-10-13 13:30,1\n"));

        assertThat(ReadRows.of(ReadRows.profile(folder, PROFILE.formatted("source")), files)
                        .findingLines())
                .containsExactly("clock-offset [+1 h] 2 b.csv:3 time");
    }

    private static CalendarFile file(String name, String text) {
        return new CalendarFile(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
