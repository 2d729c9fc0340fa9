package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.SpillTarget;
import org.macroedge.server.releases.profile.time.HourTally;

/// The catalogue's release times beside the clock times of twelve years of a real calendar.
@Tag("recorded")
class ArchiveReleaseTimesTest {

    private static final Path ARCHIVE =
            Path.of(System.getProperty("macro-edge.recorded"), "calendar", "forexfactory-2010-2021");
    private static final Path REPORT = Path.of("target", "release-times.txt");

    private static final Map<String, HourTally> BY_INDICATOR = new TreeMap<>();
    private static final Map<String, LocalDate> FIRST = new TreeMap<>();
    private static HourOffsets all;

    @BeforeAll
    static void read() throws IOException {
        HourTally tally = new HourTally();
        List<ReportedRelease> rows = rows();
        Set<String> places = new HashSet<>();
        Set<String> counted = new HashSet<>();
        rows.forEach(row -> places.add(place(row, row.instant())));
        for (ReportedRelease row : rows) {
            SpillTarget target = row.spillTarget();
            if (row.actual() != null && target == null) {
                FIRST.merge(
                        row.indicator().id().value(),
                        row.indicator().localDate(row.instant()),
                        ArchiveReleaseTimesTest::earlier);
            }
            // the archive holds a few rows twice, and rows of early January a year too early as well
            boolean copy = target != null && places.contains(place(row, target.instant()));
            if (!row.dateOnly() && !copy && counted.add(row.indicator().id() + " " + row.instant())) {
                BY_INDICATOR
                        .computeIfAbsent(row.indicator().id().value(), first -> new HourTally())
                        .count(row.indicator(), row.instant());
                tally.count(row.indicator(), row.instant());
            }
        }
        all = tally.offsets();
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, report());
        System.out.println("Release times: " + line("all", all) + "; by indicator in " + REPORT.toAbsolutePath());
    }

    /// The calendar gives two publishers' releases a minute or two early, 09:59 and 08:13: 227 rows.
    @Test
    void nearlyEveryRowComesAtTheCataloguesTime() {
        long scheduled = all.onTime() + all.different();

        assertThat(scheduled).isGreaterThan(34_000);
        assertThat((double) all.onTime() / scheduled).isGreaterThan(0.955);
    }

    @Test
    void hardlyARowIsOffByWholeHours() {
        long scheduled = all.onTime() + all.different();
        long wholeHours = all.different() - all.other();

        assertThat((double) wholeHours / scheduled).isLessThan(0.005);
    }

    @Test
    void onlyPublishersOfSeveralHoursAreOffByWholeHoursForATenthOfTheirRows() {
        assertThat(BY_INDICATOR).hasSizeGreaterThan(300);
        assertThat(BY_INDICATOR.entrySet().stream()
                        .filter(entry -> isOftenOffByWholeHours(entry.getValue().offsets()))
                        .map(Map.Entry::getKey))
                .as("by indicator in %s", REPORT)
                .containsExactly(
                        "it-prelim-gdp-qoq", "it-quarterly-unemployment-rate", "jp-economy-watchers-sentiment");
    }

    /// Those that the archive shows without a forecast count from the day on which a calendar has them regularly; those
    /// that began after the archive are not in it.
    private static final Set<String> WITHOUT_FORECASTS = Set.of(
            "gb-brc-shop-price-index-yoy",
            "nz-inflation-expectations-qoq",
            "us-prelim-uom-inflation-expectations",
            "us-revised-uom-inflation-expectations");

    /// An indicator that came later must not lower the coverage of the years before it. A quarterly one of 2010
    /// shows within four months.
    @Test
    void anIndicatorThatTheArchiveFirstShowsAfterAprilOf2010DeclaresThatDay() {
        Map<String, LocalDate> late = new TreeMap<>(FIRST);
        late.values().removeIf(date -> date.isBefore(LocalDate.of(2010, 5, 1)));
        late.keySet().removeAll(WITHOUT_FORECASTS);
        Map<String, LocalDate> declared = new TreeMap<>();
        ReadRows.CATALOGUE.indicators().stream()
                .filter(indicator -> indicator.validFrom() != null)
                .filter(indicator -> indicator.validFrom().getYear() < 2022)
                .filter(indicator -> !WITHOUT_FORECASTS.contains(indicator.id().value()))
                .forEach(indicator -> declared.put(indicator.id().value(), indicator.validFrom()));

        assertThat(late).hasSizeGreaterThan(30).isEqualTo(declared);
    }

    private static boolean isOftenOffByWholeHours(HourOffsets offsets) {
        return 10 * (offsets.different() - offsets.other()) >= Math.max(10, offsets.onTime() + offsets.different());
    }

    private static String place(ReportedRelease row, Instant instant) {
        return row.indicator().id() + " " + instant + " " + row.actual() + " " + row.previous();
    }

    private static LocalDate earlier(LocalDate first, LocalDate second) {
        return first.isBefore(second) ? first : second;
    }

    private static List<ReportedRelease> rows() throws IOException {
        ReadRows rows = new ReadRows();
        try (Stream<Path> files = Files.list(ARCHIVE)) {
            rows.read(
                    ProfileReader.read(Path.of("../catalogue/profiles/forexfactory-archive.yaml"), ReadRows.CATALOGUE),
                    files.filter(file -> file.toString().endsWith(".csv"))
                            .sorted()
                            .map(CalendarFile::of)
                            .toList());
        }
        return rows.mapped;
    }

    private static List<String> report() {
        List<String> lines = new ArrayList<>();
        lines.add(line("all", all));
        BY_INDICATOR.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        entry -> -share(entry.getValue().offsets())))
                .forEach(
                        entry -> lines.add(line(entry.getKey(), entry.getValue().offsets())));
        return lines;
    }

    private static String line(String name, HourOffsets offsets) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f %% of %d rows differ (%s)%s",
                name,
                100 * share(offsets),
                offsets.onTime() + offsets.different(),
                offsets.text(),
                offsets.unscheduled() == 0 ? "" : ", " + offsets.unscheduled() + " where there is no fixed hour");
    }

    private static double share(HourOffsets offsets) {
        long scheduled = offsets.onTime() + offsets.different();
        return scheduled == 0 ? 0 : (double) offsets.different() / scheduled;
    }
}
