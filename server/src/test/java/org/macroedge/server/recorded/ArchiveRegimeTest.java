package org.macroedge.server.recorded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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

    @ParameterizedTest
    @EnumSource(Region.class)
    void figures(Region region) {
        List<RegimePoint> points = determined(region);
        StringBuilder line = new StringBuilder("FIGURE " + region + " n " + points.size());
        if (points.size() > 1) {
            line.append(" from " + points.getFirst().monthEnd() + " changes/y " + changesPerYear(points)
                    + " growth " + points.getLast().growth().scores() + " inflation "
                    + points.getLast().inflation().scores());
        }
        System.out.println(line);
        if (region == Region.US) {
            points.forEach(point -> System.out.println("FIGURE US " + point.monthEnd() + " " + point.quadrant() + " "
                    + point.growth().composite() + " " + point.inflation().composite()));
        }
    }
}
