package org.macroedge.server.prices;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.prices.profile.PriceProfiles;
import org.macroedge.server.prices.view.PricePoint;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.profile.CalendarFile;

/// A store of prices of its own.
record PriceFixture(Database database, TestStore store) implements AutoCloseable {

    static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    static PriceFixture fresh() {
        Database database = TestDatabase.fresh();
        return new PriceFixture(database, TestStore.of(database, CATALOGUE, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    static CalendarFile file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new CalendarFile(name, () -> new ByteArrayInputStream(bytes));
    }

    ImportOutcome load(String profile, @Nullable String instrument, boolean dryRun, List<CalendarFile> files) {
        return store.get(PriceImports.class)
                .run(
                        new PriceImportRequest(
                                profile, store.get(PriceProfiles.class).named(profile), files, instrument, dryRun),
                        ImportProgress.SILENT);
    }

    ImportOutcome load(String profile, String name, String content) {
        return load(profile, null, false, List.of(file(name, content)));
    }

    /// Prices of our own: `date,instrument,close`.
    ImportOutcome own(String... rows) {
        return load("macro-edge", "mine.csv", "date,instrument,close\n" + String.join("\n", rows) + "\n");
    }

    PriceAnswers answers() {
        return store.get(LatestPrices.class).at(null);
    }

    List<PricePoint> points(String instrument, String asOf) {
        return answers()
                .history(instrument, Instant.parse(asOf), Instant.parse("1900-01-01T00:00:00Z"), null, null)
                .points();
    }

    /// Dates and closes, as `2021-09-03 1.1874`.
    List<String> closes(String instrument, String asOf) {
        return points(instrument, asOf).stream()
                .map(point -> point.date() + " " + point.close().toPlainString())
                .toList();
    }

    /// Everything that answers say, without the numbers of batches.
    String everything() {
        return (Json.text(answers().list(null))
                        + Json.text(answers().records(null, null, null, null).toList()))
                .replaceAll("\"batch\":[0-9]+", "");
    }

    @Override
    public void close() {
        database.close();
    }
}
