package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.SourceStore.Asked;
import org.macroedge.server.sources.keys.SourceKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

class AskedSourcesTest {

    private static final Asked ON = new Asked(null, false);

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");

    private Database database;
    private Connectors connectors;
    private SourceStore store;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        TestStore test = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
        SourceSettings settings = new SourceSettings(List.of("ecb", "fred"), Map.<String, URI>of(), Map.of());
        connectors = new Connectors(
                List.copyOf(test.context().getBeansOfType(SourceConnector.class).values()),
                settings,
                SourceKeys.of(settings, clock));
        store = new SourceStore(test.get(JdbcClient.class));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private AskedSources process(boolean asks) {
        return new AskedSources(connectors, store, asks, clock);
    }

    @Test
    void whoDoesNotAskReadsWhatWasNoted() {
        AskedSources reader = process(false);
        assertThat(reader.all())
                .allSatisfy((source, known) -> assertThat(known.offNote())
                        .startsWith("off: no server that asks sources has run on this database"));

        process(true).note();

        assertThat(reader.all()).isEqualTo(process(true).all()).containsEntry("ecb", ON);
        assertThat(reader.all().get("fred").offNote()).startsWith("off: it needs a key");
    }

    /// As when a scheduler outside asks sources by a server that only answers.
    @Test
    void aSourceThatWasAskedIsOnWhereNothingWasNoted() {
        process(false).noteOn(connectors.all());

        assertThat(store.asked()).containsOnly(Map.entry("ecb", ON));
    }

    /// It ran once, without what this one has.
    @Test
    void whatAServerNotedThatRunsNoMoreCountsNoMore() {
        Asked off = new Asked("off: by its settings", false);
        store.noteAsked(
                Map.of("ecb", off),
                clock.instant().minus(AskedSources.NOTES_EVERY).minus(Duration.ofMinutes(11)));

        process(false).noteOn(connectors.all());

        assertThat(store.asked()).containsOnly(Map.entry("ecb", ON));
    }

    @Test
    void whatAServerThatAsksHasNotedIsKept() {
        Asked off = new Asked("off: by its settings", false);
        store.noteAsked(Map.of("ecb", off), clock.instant());

        process(false).noteOn(connectors.all());

        assertThat(store.asked()).containsOnly(Map.entry("ecb", off));
    }
}
