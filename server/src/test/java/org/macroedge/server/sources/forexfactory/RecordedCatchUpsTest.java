package org.macroedge.server.sources.forexfactory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.ForecastLadder;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// What the saved copies of the feed expected, where a publisher gave two figures of one indicator at one instant.
@Tag("recorded")
class RecordedCatchUpsTest {

    private static final Path COPIES = Path.of(System.getProperty("macro-edge.recorded"), "http/forexfactory-feed-csv");
    private static final Path CASES =
            Path.of("src/test/resources/org/macroedge/server/sources/forexfactory/catch-ups-2025.csv");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Profiles PROFILES =
            new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> CATALOGUE);

    private static Database database;
    private static List<ObservedRelease> releases;

    @BeforeAll
    static void load() throws IOException {
        database = TestDatabase.fresh();
        TestStore store = TestStore.of(database, CATALOGUE, new SettableClock("2026-11-26T12:00:00Z"));
        try (Stream<Path> files = Files.list(COPIES)) {
            imported(
                    store,
                    "forexfactory-feed-csv",
                    files.sorted()
                            .filter(file -> !file.toString().contains("20260101T183303Z")) // an HTML page
                            .map(CalendarFile::of)
                            .toList());
        }
        byte[] actuals = actuals().getBytes(StandardCharsets.UTF_8);
        imported(
                store, "macro-edge", List.of(new CalendarFile("figures.csv", () -> new ByteArrayInputStream(actuals))));
        releases = store.facts().asKnown(null).releases();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void imported(TestStore store, String profile, List<CalendarFile> files) {
        store.imports()
                .run(
                        new ImportRequest(profile, PROFILES.shippedOrOwn(profile), files, false, false),
                        ImportProgress.SILENT);
    }

    /// The figures of the cases, each under its period.
    private static String actuals() throws IOException {
        StringBuilder rows = new StringBuilder("indicator,released_at,period,actual,forecast,previous\n");
        for (String line : Files.readAllLines(CASES).stream().skip(2).toList()) {
            List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
            String release = cells.get(0) + "," + cells.get(1) + ",";
            rows.append(release + cells.get(2) + "," + cells.get(4) + ",," + cells.get(3) + "\n");
            rows.append(release + cells.get(5) + "," + cells.get(6) + ",," + cells.get(4) + "\n");
        }
        return rows.toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "catch-ups-2025.csv", delimiter = '|', numLinesToSkip = 1)
    void whatWasExpectedIsOfTheNewerFigure(
            String indicator,
            Instant instant,
            LocalDate olderPeriod,
            BigDecimal beforeIt,
            BigDecimal older,
            LocalDate newerPeriod,
            BigDecimal newer,
            @Nullable BigDecimal expectedOfTheOlder,
            BigDecimal expectedOfTheNewer) {
        ObservedRelease first = release(indicator, olderPeriod);
        ObservedRelease second = release(indicator, newerPeriod);

        assertThat(first.actual()).isEqualByComparingTo(older);
        assertThat(second.actual()).isEqualByComparingTo(newer);
        assertThat(List.of(first.releasedAt(), second.releasedAt())).containsOnly(instant);
        if (expectedOfTheOlder == null) {
            assertThat(expected(first)).isNull();
        } else {
            assertThat(expected(first)).isEqualByComparingTo(expectedOfTheOlder);
        }
        assertThat(expected(second)).isEqualByComparingTo(expectedOfTheNewer);
        assertThat(first.previous()).isEqualByComparingTo(beforeIt);
    }

    private static ObservedRelease release(String indicator, LocalDate period) {
        return releases.stream()
                .filter(release ->
                        release.indicator().value().equals(indicator) && period.equals(release.declaredPeriod()))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable BigDecimal expected(ObservedRelease release) {
        return ForecastLadder.best(release).map(ObservedForecast::value).orElse(null);
    }
}
