package org.macroedge.server.bias;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// A store with the sample, and with a week that a feed scheduled after it.
record SampleWeek(Database database, TestStore store) implements AutoCloseable {

    private static final Path FOLDER = Path.of("../catalogue");
    static final Catalogue CATALOGUE = CatalogueLoader.load(FOLDER);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    /// Composed: the payrolls of October with what was expected of them, and claims of which nothing is said
    /// yet.
    private static final String WEEK = """
        [{"title":"Non-Farm Employment Change","country":"USD","date":"2021-10-08T08:30:00-04:00","impact":"High",
          "forecast":"490K","previous":"235K"},
         {"title":"Unemployment Rate","country":"USD","date":"2021-10-08T08:30:00-04:00","impact":"High",
          "forecast":"5.1%","previous":"5.2%"},
         {"title":"Unemployment Claims","country":"USD","date":"2021-10-07T08:30:00-04:00","impact":"High",
          "forecast":"","previous":"362K"}]
        """;

    static final Instant CAPTURED = Instant.parse("2021-10-04T06:00:00Z");
    static final Instant PAYROLLS_AT = Instant.parse("2021-10-08T12:30:00Z");

    /// @param folder an empty one, which the files stay in
    static SampleWeek in(Path folder) throws IOException {
        Database database = TestDatabase.fresh();
        SampleWeek week = new SampleWeek(database, TestStore.of(database, CATALOGUE, CLOCK));
        Path sample = folder.resolve("releases.csv");
        try (InputStream packed =
                new GZIPInputStream(Files.newInputStream(Path.of("../samples/releases-2014-2021.csv.gz")))) {
            Files.copy(packed, sample);
        }
        week.load("sample", sample);
        week.load("forexfactory-feed", Files.writeString(folder.resolve("week_20211004T060000Z.json"), WEEK));
        return week;
    }

    private void load(String profile, Path file) {
        Profiles profiles = new Profiles(FOLDER.resolve("profiles"), Path.of("none"), () -> CATALOGUE);
        store.imports()
                .run(
                        new ImportRequest(
                                profile, profiles.named(profile), List.of(CalendarFile.of(file)), false, false),
                        ImportProgress.SILENT);
    }

    @Override
    public void close() {
        database.close();
    }
}
