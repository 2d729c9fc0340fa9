package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.ImportRequest;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.Profiles;

/// A store with the data of one economy: what depends on it has a label, a pair with another currency has none,
/// although its coverage in total is high.
class OneSidedDataTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Path SAMPLE = Path.of("../samples/releases-2014-2021.csv.gz");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Instant AS_OF = Instant.parse("2016-09-02T12:30:00Z");

    @Test
    void withDataOfTheUnitedStatesAloneUsdchfHasNoLabel() throws IOException {
        try (Database database = TestDatabase.fresh()) {
            Catalogue catalogue = CatalogueLoader.load(CATALOGUE);
            TestStore store = TestStore.of(database, catalogue, CLOCK);
            store.adoption().adopt();
            load(store, catalogue);

            BiasItem pair = item(store, "USDCHF");
            assertThat(pair.reading().coverage()).isGreaterThan(0.8);
            assertThat(pair.reading().score()).isNotNull();
            assertThat(pair.reading().label()).isNull();
            assertThat(pair.reading().reason()).isEqualTo("thin-coverage");
            assertThat(pair.sides()).extracting("currency").containsExactly("USD", "CHF");
            assertThat(pair.sides().getFirst().coverage()).isGreaterThan(0.9);
            assertThat(pair.sides().getLast().coverage()).isZero();
            assertThat(item(store, "SPX").reading().label()).isNotNull();
        }
    }

    private static BiasItem item(TestStore store, String instrument) {
        return store.bias().at(null).instrument(instrument, AS_OF, "default").item();
    }

    /// The sample's releases of the United States up to 2016.
    private static void load(TestStore store, Catalogue catalogue) throws IOException {
        byte[] rows;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(SAMPLE))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            rows = Stream.concat(
                            lines.stream().limit(1),
                            lines.stream().filter(line -> line.matches("us-[^,]*,201[4-6]-.*")))
                    .collect(Collectors.joining("\n", "", "\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
        Profiles profiles = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> catalogue);
        CalendarFile file = new CalendarFile("us.csv", () -> new ByteArrayInputStream(rows));
        store.imports()
                .run(
                        new ImportRequest("macro-edge", profiles.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
    }
}
