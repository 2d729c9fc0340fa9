package org.macroedge.server.sources.fred;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.TestIngestion;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.view.SourceRun;

/// The vintages of FRED become releases with their dates, once its user has a key and has accepted its terms. The
/// answers are composed.
class FredIngestionTest {

    private static final String CANARY = "canary7f3a91";
    private static final String PAYROLLS = "us-nonfarm-payrolls";

    /// Of any other series: one figure, which is the first print of nothing.
    private static final String OTHER = FredAnswers.of("2024-01-01", "2026-10-01 2026-11-06 9999-12-31 1");

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");
    private Database database;
    private TestStore store;
    private FaultServer server;
    private String bls = "159381";

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
        server = new FaultServer((head, socket) -> FaultServer.text(FaultServer.answer(
                        "200 OK",
                        "",
                        head.startsWith("POST") ? bls() : head.contains("=PAYEMS&") ? FredAnswers.PAYROLLS : OTHER))
                .to(head, socket));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        database.close();
    }

    /// September, and with a figure of its own, October.
    private String bls() {
        String october = bls.equals("159381")
                ? ""
                : "{\"year\":\"2026\",\"period\":\"M10\",\"value\":\"" + bls + "\",\"footnotes\":[{}]},";
        return "{\"status\":\"REQUEST_SUCCEEDED\",\"responseTime\":1,\"message\":[],\"Results\":{\"series\":["
                + "{\"seriesID\":\"CES0000000001\",\"data\":[" + october
                + "{\"year\":\"2026\",\"period\":\"M09\",\"value\":\"159381\",\"footnotes\":[{}]}]}]}}";
    }

    private TestIngestion sources(Map<Variable, String> keys, Set<Variable> accepted) {
        URI address = server.address("/data");
        return TestIngestion.of(
                store, clock, new SourceSettings(null, Map.of("fred", address, "bls", address), keys, accepted));
    }

    private TestIngestion accepted() {
        return sources(Map.of(Variable.FRED_KEY, CANARY), Set.of(Variable.FRED_TERMS));
    }

    private List<ObservedRelease> payrolls() {
        return store.facts().asKnown(null).releases().stream()
                .filter(release -> release.indicator().value().equals(PAYROLLS))
                .toList();
    }

    @Test
    void aSourceWithoutAcceptedTermsIsOffAndSaysHowToAcceptThem() {
        try (TestIngestion keyless = sources(Map.of(), Set.of(Variable.FRED_TERMS));
                TestIngestion refusing = sources(Map.of(Variable.FRED_KEY, CANARY), Set.of())) {
            assertThat(keyless.ingestion()
                            .ingest("fred", request -> {})
                            .getFirst()
                            .note())
                    .isEqualTo("off: it needs a key. Get a key at api.stlouisfed.org and set MACRO_EDGE_FRED_KEY");
            SourceRun run = refusing.ingestion().ingest("fred", request -> {}).getFirst();
            assertThat(run.state()).isEqualTo("off");
            assertThat(run.note())
                    .isEqualTo("off: its terms of use are not accepted. Read"
                            + " https://fred.stlouisfed.org/docs/api/terms_of_use.html, then set"
                            + " MACRO_EDGE_FRED_TERMS=accepted");
            DeclaredMessages.assertSeen("SourceMessage.NO_TERMS", run.note());
            assertThat(server.requests()).isEmpty();
        }
    }

    private void answer(String payrolls, String other) {
        server.answerWith((head, socket) -> FaultServer.text(
                        FaultServer.answer("200 OK", "", head.contains("=PAYEMS&") ? payrolls : other))
                .to(head, socket));
    }

    @Test
    void aSeriesThatIsNotUnderstoodIsNamedAndKeepsNoOtherFromBeingAsked() {
        try (TestIngestion sources = accepted()) {
            answer("<html>moved</html>", OTHER);
            List<SourceRun> runs = sources.ingestion().ingest("fred", request -> {});

            assertThat(runs).hasSize(server.requests().size()).hasSizeGreaterThan(30);
            assertThat(runs).filteredOn(SourceRun::isFailure).singleElement().satisfies(run -> {
                assertThat(run.code()).isEqualTo("source-not-understood");
                assertThat(run.note()).startsWith("the answer is not understood: it is not JSON");
                assertThat(run.request()).contains("PAYEMS");
                assertThat(run.retryAt()).isNull();
            });
            assertThat(sources.views().list().items())
                    .filteredOn(item -> item.source().equals("fred"))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.state()).isEqualTo("on");
                        assertThat(item.faultText()).startsWith("PAYEMS: the answer is not understood");
                    });

            answer(FredAnswers.PAYROLLS, OTHER);
            clock.set(clock.instant().plus(Duration.ofDays(1)));
            assertThat(sources.ingestion().ingest("fred", request -> {})).noneMatch(SourceRun::isFailure);
            assertThat(payrolls()).isNotEmpty();
        }
    }

    @Test
    void aSourceOfWhichThreeSeriesInARowAreNotUnderstoodRests() {
        try (TestIngestion sources = accepted()) {
            answer("<html>moved</html>", "<html>moved</html>");
            List<SourceRun> runs = sources.ingestion().ingest("fred", request -> {});

            assertThat(server.requests()).hasSize(3);
            assertThat(runs.get(2).retryAt())
                    .isBetween(clock.instant(), clock.instant().plus(Duration.ofMinutes(15)));
            assertThat(runs.subList(3, runs.size()))
                    .isNotEmpty()
                    .extracting(SourceRun::code)
                    .containsOnly("fetch-paused");
        }
    }

    @Test
    void theNoticeThatTheTermsDemandIsShown() {
        try (TestIngestion sources = accepted()) {
            assertThat(sources.views().list().items())
                    .filteredOn(item -> item.source().equals("fred"))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.attribution())
                                .contains("This product uses the FRED® API but is not endorsed or certified by the"
                                        + " Federal Reserve Bank of St. Louis");
                        assertThat(item.storable()).isFalse();
                        assertThat(item.triedLive()).isFalse();
                    });
        }
    }

    @Test
    void vintagesBecomeReleasesWithTheirDates() {
        try (TestIngestion sources = accepted()) {
            assertThat(sources.ingestion().ingest("fred", request -> {}))
                    .hasSize(37)
                    .noneMatch(SourceRun::isFailure);
            assertThat(payrolls())
                    .extracting(release ->
                            release.releasedAt() + " " + release.actual().toPlainString())
                    .containsExactly(
                            "2026-09-04T12:30:00Z 286000", "2026-10-02T12:30:00Z 81000", "2026-11-06T13:30:00Z 130000");
            assertThat(payrolls().getLast()).satisfies(release -> {
                assertThat(release.previous()).isEqualByComparingTo("70000");
                assertThat(release.period()).isEqualTo(LocalDate.parse("2026-10-01"));
                assertThat(release.marks()).contains(Mark.DATE_ONLY);
                assertThat(release.source()).isEqualTo("fred");
            });
            int batches = store.imports().list().size();
            clock.set("2026-11-27T12:00:00Z");
            assertThat(sources.ingestion().ingest("fred", request -> {}))
                    .allMatch(run -> run.state().equals("unchanged"));
            assertThat(store.imports().list()).hasSize(batches);
        }
    }

    @Test
    void theKeyIsSentAndStandsNowhereElseAndNoAnswerIsKept() {
        try (TestIngestion sources = accepted()) {
            List<SourceRun> runs = sources.ingestion().ingest("fred", request -> {});

            assertThat(server.requests()).hasSize(37).allMatch(head -> head.contains("api_key=" + CANARY));
            assertThat(Json.text(runs.getFirst()) + Json.text(sources.views().list()))
                    .doesNotContain(CANARY);
            for (String table :
                    List.of("source_state", "source_request", "raw_payload", "batch", "statement", "quarantine")) {
                assertThat(count(table + " AS t WHERE t::text LIKE '%" + CANARY + "%'"))
                        .as(table)
                        .isZero();
            }
            assertThat(count("raw_payload")).isZero();
        }
    }

    private long count(String from) {
        return database.jdbc()
                .sql("SELECT count(*) FROM " + from)
                .query(Long.class)
                .single();
    }

    @Test
    void aPublishersOwnFigureStandsBeforeThatOfFred() {
        try (TestIngestion sources = accepted()) {
            clock.set("2026-11-06T13:24:00Z");
            sources.ingestion().ingest("bls", request -> {});
            bls = "159499";
            clock.set("2026-11-06T13:31:00Z");
            sources.ingestion().ingest("bls", request -> {});
            sources.ingestion().ingest("fred", request -> {});

            assertThat(payrolls().getLast()).satisfies(release -> {
                assertThat(release.source()).isEqualTo("bls");
                assertThat(release.actual()).isEqualByComparingTo("118000");
                assertThat(release.releasedAt()).isEqualTo(Instant.parse("2026-11-06T13:31:00Z"));
            });
        }
    }
}
