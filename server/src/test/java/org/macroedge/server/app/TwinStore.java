package org.macroedge.server.app;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.LoadedCatalogue;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// A store of a test, which gets the same changes as others.
record TwinStore(Database database, TestStore store, Profiles profiles) {

    private static final Path FILES = Path.of("../catalogue");
    private static final Catalogue CATALOGUE = CatalogueLoader.load(FILES);
    private static final Path SAMPLE = Path.of("../samples/releases-2014-2021.csv.gz");
    private static final Pattern SAMPLE_ROW = Pattern.compile("(us|ea)-[a-z0-9-]+,20(18|19|2)");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    static TwinStore of(Database database) {
        TestStore store = TestStore.of(database, new LoadedCatalogue(CATALOGUE, Instant.EPOCH), CLOCK);
        store.adoption().adopt();
        store.get(CatalogueInForce.class).completeRows();
        return new TwinStore(
                database, store, new Profiles(FILES.resolve("profiles"), Path.of("none"), () -> CATALOGUE));
    }

    /// Loads two regions of the sample from 2018 on; the whole of it would take a quarter of an hour.
    void loadSample() {
        load(sample());
    }

    private static String sample() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(SAMPLE)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> SAMPLE_ROW.matcher(line).lookingAt())
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Loads rows of the product's own layout.
    void load(String rows) {
        byte[] bytes =
                ("indicator,released_at,period,actual,forecast,previous\n" + rows).getBytes(StandardCharsets.UTF_8);
        load("macro-edge", new CalendarFile("rows.csv", () -> new ByteArrayInputStream(bytes)));
    }

    private void load(String profile, CalendarFile file) {
        store.imports()
                .run(
                        new ImportRequest(profile, profiles.named(profile), List.of(file), false, false),
                        ImportProgress.SILENT);
        drain();
    }

    /// Takes the last import back.
    void undoLast() {
        long last = store.imports().list().stream()
                .filter(batch -> batch.kind().equals("calendar") && batch.undoneBy() == null)
                .mapToLong(batch -> batch.batch())
                .max()
                .orElseThrow();
        store.imports().undo(last);
        drain();
    }

    private void drain() {
        store.delivery().drain();
    }
}
