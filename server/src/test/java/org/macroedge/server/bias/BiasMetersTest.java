package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/// What is measured of the age of the stored biases.
class BiasMetersTest {

    private static final Path CATALOGUE = Path.of("../catalogue");
    private static final Catalogue LOADED = CatalogueLoader.load(CATALOGUE);
    private static final Profiles PROFILES = new Profiles(CATALOGUE.resolve("profiles"), Path.of("none"), () -> LOADED);

    private final SettableClock clock = new SettableClock("2026-11-06T14:00:00Z");
    private Database database;
    private TestStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestStore.of(database, LOADED, clock);
        store.adoption().adopt();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private double lag() {
        return gauge("macro.edge.bias.lag");
    }

    private double gauge(String name) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        BiasMeters meters = new BiasMeters(new RunTables(database), new DueBiases(database.jdbc()), clock);
        meters.bindTo(registry);
        System.gc(); // of what only a weak reference keeps, nothing is left
        double value = registry.get(name).gauge().value();
        Reference.reachabilityFence(meters);
        return value;
    }

    private void load(String row) {
        byte[] rows =
                ("indicator,released_at,period,actual,forecast,previous\n" + row).getBytes(StandardCharsets.UTF_8);
        CalendarFile file = new CalendarFile("rows.csv", () -> new ByteArrayInputStream(rows));
        store.imports()
                .run(
                        new ImportRequest("macro-edge", PROFILES.named("macro-edge"), List.of(file), false, false),
                        ImportProgress.SILENT);
        store.delivery().drain();
    }

    @Test
    void itIsTheTimeSinceTheLastReleaseThatTheStoredBiasesKnow() {
        assertThat(lag()).isNaN();
        load("us-nonfarm-payrolls,2026-11-06T13:30:00Z,,110000,100000,90000\n");
        assertThat(lag()).isEqualTo(1_800);
        clock.step(Duration.ofDays(4));
        assertThat(lag()).isEqualTo(1_800 + 4 * 86_400);

        load("us-cpi-mom,2026-11-10T13:30:00Z,,0.3%,0.2%,0.2%\n");
        assertThat(lag()).isEqualTo(1_800);
    }

    @Test
    void whatIsDueOfThePastIsCountedAndLeavesTheAgeAsItIs() {
        load("us-nonfarm-payrolls,2026-11-06T13:30:00Z,,110000,100000,90000\n");
        assertThat(gauge("macro.edge.bias.due")).isZero();
        database.jdbc()
                .sql("INSERT INTO bias_due SELECT weight_set, as_of, as_of + interval '1 day', '{SPX}' FROM run")
                .update();

        assertThat(gauge("macro.edge.bias.due"))
                .isEqualTo(LOADED.storedWeightSetIds().size());
        assertThat(lag()).isEqualTo(1_800);
    }

    @Test
    void aStoreThatCannotBeReadHasNoValue() {
        load("us-nonfarm-payrolls,2026-11-06T13:30:00Z,,110000,100000,90000\n");
        database.close();
        assertThat(lag()).isNaN();
        assertThat(gauge("macro.edge.bias.due")).isNaN();
    }
}
