package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.fetch.FaultServer;

/// What is measured of a source that answers, that fails, and that is off.
@Timeout(60)
class SourceMetersTest {

    private static final String SOURCE = "forexfactory-feed";

    private static final String FEED =
            "[{\"title\":\"CPI m/m\",\"country\":\"USD\",\"date\":\"2026-11-27T08:30:00-05:00\","
                    + "\"impact\":\"High\",\"forecast\":\"0.2%\",\"previous\":\"0.1%\"}]";

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");
    private Database database;
    private FaultServer publisher;
    private TestIngestion sources;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        TestStore store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
        publisher = FaultServer.of(FaultServer.answer("200 OK", "", "[]"));
        sources = TestIngestion.of(store, clock, publisher.address("/feed.json"));
    }

    @AfterEach
    void close() throws IOException {
        sources.close();
        publisher.close();
        database.close();
    }

    /// As a scrape reads it: each with a registry of its own, so that nothing is kept from the last one.
    private double gauge(String name, String source) {
        return registry().get(name).tag("source", source).gauge().value();
    }

    private double requests(String source, String result) {
        return registry()
                .get("macro.edge.source.requests")
                .tag("source", source)
                .tag("result", result)
                .functionCounter()
                .count();
    }

    private SimpleMeterRegistry registry() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        sources.meters().forEach(meters -> meters.bindTo(registry));
        return registry;
    }

    private void ingest() {
        sources.ingestion().ingest(SOURCE, request -> {});
    }

    @Test
    void aSourceThatWasNeverAskedHasNoLag() {
        assertThat(gauge("macro.edge.source.on", SOURCE)).isOne();
        assertThat(gauge("macro.edge.source.lag", SOURCE)).isNaN();
        assertThat(gauge("macro.edge.source.failures", SOURCE)).isZero();
        assertThat(requests(SOURCE, "understood")).isZero();
    }

    @Test
    void theLagGrowsUntilTheSourceAnswersAgainAndFailuresAreCounted() {
        publisher.answerWith(FaultServer.text(FaultServer.answer("500 Internal Server Error", "", "x")));
        ingest();
        assertThat(requests(SOURCE, "failed")).isEqualTo(1);
        assertThat(gauge("macro.edge.source.failures", SOURCE)).isEqualTo(1);
        assertThat(gauge("macro.edge.source.lag", SOURCE)).isNaN();

        clock.step(Duration.ofHours(6));
        publisher.answerWith(FaultServer.text(FaultServer.answer("200 OK", "", FEED)));
        ingest();
        clock.step(Duration.ofSeconds(90));
        assertThat(requests(SOURCE, "understood")).isEqualTo(1);
        assertThat(requests(SOURCE, "failed")).isEqualTo(1);
        assertThat(gauge("macro.edge.source.failures", SOURCE)).isZero();
        assertThat(gauge("macro.edge.source.lag", SOURCE)).isBetween(89.0, 91.0);
    }

    @Test
    void whatIsOffOrCannotBeReadHasNoValue() throws IOException {
        assertThat(gauge("macro.edge.source.on", "fred")).isZero();
        assertThat(gauge("macro.edge.source.failures", "fred")).isNaN();
        database.close();
        assertThat(gauge("macro.edge.source.failures", SOURCE)).isNaN();
        assertThat(requests(SOURCE, "failed")).isZero();
    }
}
