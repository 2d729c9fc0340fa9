package org.macroedge.server.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.regime.LatestRegimes;
import org.macroedge.server.regime.view.RegimePoint;
import org.macroedge.server.regime.view.RegimeScores;
import org.macroedge.server.regime.view.RegimeSwitching;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// Regimes on the calendar archive of 2010 to 2021.
@Tag("recorded")
class ArchiveRegimeTest {

    private static final Path ARCHIVE =
            Path.of(System.getProperty("macro-edge.recorded"), "calendar", "forexfactory-2010-2021");
    private static final Instant END = Instant.parse("2022-01-01T00:00:00Z");

    private static Database database;
    private static TestStore store;

    @BeforeAll
    static void load() throws IOException {
        Catalogue catalogue = CatalogueLoader.load(Path.of("../catalogue"));
        database = TestDatabase.fresh();
        store = TestStore.of(database, catalogue, Clock.systemUTC());
        Profiles profiles = new Profiles(Path.of("../catalogue/profiles"), Path.of("none"), () -> catalogue);
        try (Stream<Path> files = Files.list(ARCHIVE)) {
            List<CalendarFile> calendars = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .map(CalendarFile::of)
                    .toList();
            String profile = "forexfactory-archive";
            store.imports()
                    .run(
                            new ImportRequest(profile, profiles.named(profile), calendars, false, false),
                            ImportProgress.SILENT);
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<RegimePoint> determined(Region region) {
        return store.get(LatestRegimes.class).at(null).history(region, END).points().stream()
                .filter(point -> !point.quadrant().equals("undetermined"))
                .toList();
    }

    private static double changesPerYear(List<RegimePoint> points) {
        long changes = IntStream.range(1, points.size())
                .filter(month -> !points.get(month)
                        .quadrant()
                        .equals(points.get(month - 1).quadrant()))
                .count();
        return 12.0 * changes / (points.size() - 1);
    }

    /// As often as a business cycle has it, neither stuck nor restless.
    @ParameterizedTest
    @EnumSource(
            value = Region.class,
            names = {"US", "EA", "GB", "JP", "CN", "CH", "FR", "IT", "ES"})
    void aRegionChangesItsQuadrantOnceOrTwiceAYear(Region region) {
        assertThat(changesPerYear(determined(region))).isBetween(1.3, 2.1);
    }

    /// Those whose figures are few or restless change more often. They are not left out of the product, but said to be
    /// so.
    @ParameterizedTest
    @EnumSource(
            value = Region.class,
            names = {"DE", "CA", "AU", "NZ"})
    void theOthersChangeItMoreOften(Region region) {
        assertThat(changesPerYear(determined(region))).isBetween(2.1, 4.0);
    }

    @Test
    void theAmericanSlowdownOf2015And2016IsSeen() {
        assertThat(determined(Region.US))
                .filteredOn(point -> !point.monthEnd().isBefore(LocalDate.parse("2015-11-30"))
                        && !point.monthEnd().isAfter(LocalDate.parse("2016-04-30")))
                .hasSize(6)
                .allMatch(point -> point.quadrant().equals("slowdown"));
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void theScoresAreOfMonthsThatCameLater(Region region) {
        RegimePoint last = determined(region).getLast();
        for (RegimeScores scores :
                List.of(last.growth().scores(), last.inflation().scores())) {
            assertThat(scores.months()).isBetween(20, 144);
            assertThat(scores.up()).isBetween(0.0, 1.0).isLessThan(scores.persistence());
        }
    }

    /// Whatever they show: the page of regimes has these figures, and this test has them from the product.
    @ParameterizedTest
    @EnumSource(Region.class)
    void thePageHasTheScoresOfTheSecondOpinion(Region region) throws IOException {
        RegimePoint last = store.get(LatestRegimes.class)
                .at(null)
                .history(region, END)
                .points()
                .getLast();
        String row = "| " + region.code() + " | " + scores(last.growth().switching()) + " | "
                + scores(last.inflation().switching()) + " |";
        assertThat(Files.readAllLines(Path.of("../docs/concepts/regime.md"))).contains(row);
    }

    private static String scores(RegimeSwitching switching) {
        RegimeScores scores = switching.scores();
        return scores.months() == 0
                ? "none"
                : String.format(Locale.ROOT, "%.3f, %.3f (%d)", scores.up(), scores.persistence(), scores.months());
    }
}
