package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.intake.FactCollector;
import org.macroedge.server.releases.intake.IndicatorRows;
import org.macroedge.server.releases.intake.Intake;
import org.macroedge.server.releases.intake.NewFacts;
import org.macroedge.server.releases.intake.ReleaseCandidates;
import org.macroedge.server.releases.intake.ReportedRelease;

/// When a row of a file becomes known, and by which marks a reader sees where that comes from, one case a line.
class PlacementCasesTest {

    private static final String PROFILE = """
        source: mine
        file: {delimiter: ";", columns: {title: event, instant: at, clock: clock, actual: actual}}
        instant: {patterns: ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"], zone: %s}
        time: %s
        dateOnly: [Tentative, "00:00"]
        titles:
          - {title: it, indicator: %s}
        """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "placement-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void everyRuleGivesThePlaceAndMarksOfItsCases(
            String rule,
            String theCase,
            String time,
            String zone,
            String indicator,
            String at,
            @Nullable String clock,
            @Nullable String actual,
            String expected) {
        ReadRows rows = ReadRows.of(
                folder,
                PROFILE.formatted(zone, time, indicator),
                "calendar.csv",
                "event;at;clock;actual\nit;" + at + ";" + (clock == null ? "12:00" : clock) + ";"
                        + (actual == null ? "" : actual) + "\n");

        assertThat(placed(rows.mapped.getFirst())).as("%s: %s", rule, theCase).isEqualTo(expected);
    }

    private static String placed(ReportedRelease row) {
        FactCollector facts = new FactCollector(1);
        new Intake("mine", facts)
                .take(List.of(IndicatorRows.of(row.indicator(), List.of(row))), ReleaseCandidates.none());
        NewFacts brought = facts.drain();
        String id = CaseFacts.date(brought.releases().getFirst().id());
        return brought.prints().stream()
                .map(print -> id + " print " + print.knownAt() + on(print.localDate()) + marks(print))
                .findFirst()
                .orElseGet(() -> brought.schedules().stream()
                        .map(schedule -> id + " schedule " + schedule.scheduledAt() + on(schedule.localDate())
                                + (schedule.dateOnly() ? " date-only" : ""))
                        .findFirst()
                        .orElseThrow());
    }

    private static String on(@Nullable LocalDate date) {
        return date == null ? "" : " on=" + date;
    }

    private static String marks(Print print) {
        return " " + CaseFacts.text(print.marks());
    }
}
