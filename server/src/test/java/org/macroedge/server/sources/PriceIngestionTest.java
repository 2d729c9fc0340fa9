package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.prices.LatestPrices;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.view.SourceRun;

/// Prices come by themselves, through the intake of imports. The answers are composed.
class PriceIngestionTest {

    private static final List<PriceSeries> RATES = DeclaredPrices.of("ecb-rates");

    private final SettableClock clock = new SettableClock("2026-11-26T15:06:00Z");
    private final Map<String, String> rates = new TreeMap<>(Map.of("2026-11-24", "1.15", "2026-11-25", "1.16"));
    private Database database;
    private TestStore store;
    private FaultServer server;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
        server = new FaultServer((head, socket) ->
                FaultServer.text(FaultServer.answer("200 OK", "", answer(head))).to(head, socket));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        database.close();
    }

    private String answer(String head) {
        String key = "EXR."
                + RATES.stream()
                        .map(PriceSeries::symbol)
                        .filter(head::contains)
                        .findFirst()
                        .orElseThrow();
        return rates.entrySet().stream()
                .map(rate -> key + ",D," + rate.getKey() + "," + rate.getValue())
                .collect(Collectors.joining("\n", "KEY,FREQ,TIME_PERIOD,OBS_VALUE\n", "\n"));
    }

    private TestIngestion sources(String source, Set<Variable> accepted) {
        return TestIngestion.of(
                store, clock, new SourceSettings(null, Map.of(source, server.address("/data")), Map.of(), accepted));
    }

    private List<SourceRun> ask(String instant) {
        clock.set(instant);
        try (TestIngestion sources = sources("ecb-rates", Set.of())) {
            return sources.ingestion().ingest("ecb-rates", request -> {});
        }
    }

    private List<String> closes(String instrument, String asOf) {
        return store
                .get(LatestPrices.class)
                .at(null)
                .history(instrument, Instant.parse(asOf), null, null, "ecb-rates")
                .points()
                .stream()
                .map(point -> point.date() + " " + point.close().toPlainString())
                .toList();
    }

    @Test
    void fetchedClosesAreStoredAndKnownWhenTheyAreMade() {
        assertThat(ask("2026-11-26T15:06:00Z")).hasSize(4).allSatisfy(run -> {
            assertThat(run.state()).isEqualTo(SourceRun.STORED);
            assertThat(run.counts().imported()).isEqualTo(2);
        });

        assertThat(closes("EURUSD", "2026-11-26T15:06:00Z")).containsExactly("2026-11-24 1.15", "2026-11-25 1.16");
        assertThat(closes("EURUSD", "2026-11-25T13:14:59Z")).containsExactly("2026-11-24 1.15");
        assertThat(closes("EURCHF", "2026-11-25T13:15:00Z")).containsExactly("2026-11-24 1.15", "2026-11-25 1.16");
    }

    @Test
    void anAnswerThatSaysNothingNewLeavesNoBatch() {
        ask("2026-11-26T15:06:00Z");

        assertThat(ask("2026-11-26T15:36:00Z"))
                .extracting(SourceRun::state, SourceRun::batch)
                .containsOnly(tuple(SourceRun.UNCHANGED, null));
    }

    @Test
    void aCorrectedCloseIsAVintageAndAnUndoTakesItBack() {
        ask("2026-11-26T15:06:00Z");
        rates.put("2026-11-25", "1.17");
        SourceRun corrected = ask("2026-11-26T16:06:00Z").getFirst();

        assertThat(corrected.counts().corrected()).isEqualTo(1);
        assertThat(closes("EURUSD", "2026-11-27T00:00:00Z")).endsWith("2026-11-25 1.17");

        store.imports().undo(corrected.batch());
        assertThat(closes("EURUSD", "2026-11-27T00:00:00Z")).endsWith("2026-11-25 1.16");
        assertThat(ask("2026-11-26T16:36:00Z").getFirst().counts().corrected()).isEqualTo(1);
        assertThat(closes("EURUSD", "2026-11-27T00:00:00Z")).endsWith("2026-11-25 1.17");
    }

    @Test
    void fetchedClosesHaveTheChecksOfAnImport() {
        rates.put("2026-11-20", "0");
        rates.put("2026-11-26", "1.18");
        SourceRun run = ask("2026-11-26T13:00:00Z").getFirst();

        assertThat(run.counts().quarantined()).isEqualTo(2);
        assertThat(closes("EURUSD", "2026-11-27T00:00:00Z")).containsExactly("2026-11-24 1.15", "2026-11-25 1.16");
        assertThat(store.imports().quarantine(run.batch()))
                .extracting(row -> row.reason())
                .containsExactly("non-positive", "future-close");
    }

    @Test
    void aCheckStoresNothing() {
        try (TestIngestion sources = sources("ecb-rates", Set.of())) {
            assertThat(sources.ingestion().check("ecb-rates", true, request -> {}))
                    .hasSize(4)
                    .allSatisfy(run -> {
                        assertThat(run.state()).isEqualTo(SourceRun.UNDERSTOOD);
                        assertThat(run.counts().imported()).isEqualTo(2);
                    });
        }
        assertThat(store.get(LatestPrices.class).at(null).list(null).items()).isEmpty();
        assertThat(store.imports().list()).isEmpty();
    }

    @Test
    void yahooIsOffUntilItsTermsAreAccepted() {
        try (TestIngestion off = sources("yahoo", Set.of());
                TestIngestion on = sources("yahoo", Set.of(Variable.YAHOO_TERMS))) {
            assertThat(off.views().list().items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.note())
                            .isEqualTo("off: its terms of use are not accepted. Read"
                                    + " https://legal.yahoo.com/us/en/yahoo/terms/otos/index.html, then set"
                                    + " MACRO_EDGE_YAHOO_TERMS=accepted"));
            assertThat(on.views().list().items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.state()).isEqualTo("on"));
        }
    }

    @Test
    void theJobForReleasesAsksForNoPrices() {
        try (TestIngestion sources = sources("ecb-rates", Set.of())) {
            assertThat(sources.ingestion().releases()).isEmpty();
            assertThat(sources.ingestion().ingest(null, request -> {})).hasSize(4);
        }
    }
}
