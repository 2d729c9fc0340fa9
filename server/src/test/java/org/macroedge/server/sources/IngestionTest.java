package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.UnknownName;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.StoredFacts;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.view.SourceItem;
import org.macroedge.server.sources.view.SourceRun;

/// What a source says becomes facts, once each, and what goes wrong becomes a state. The answers are composed.
class IngestionTest {

    private static final String CLAIMS = """
        {"title":"Unemployment Claims","country":"USD","date":"2026-11-27T08:30:00-05:00","impact":"High",
         "forecast":"%s","previous":"220K"}\
        """;
    private static final String CPI = """
        {"title":"CPI Flash Estimate y/y","country":"EUR","date":"2026-12-01T05:00:00-05:00","impact":"Low",
         "forecast":"2.1%","previous":"2.2%"}\
        """;

    private static final String INTAKE = "SELECT pg_advisory_xact_lock(x'696D706F7274'::bigint)";
    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00.250Z");
    private Database database;
    private TestStore store;
    private FaultServer server;
    private TestIngestion sources;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
        server = FaultServer.of(feed("225K"));
        sources = TestIngestion.of(store, clock, server.address("/feed.json"));
    }

    @AfterEach
    void close() throws IOException {
        sources.close();
        server.close();
        database.close();
    }

    private static String feed(String claims) {
        return ok("[" + CLAIMS.formatted(claims) + "," + CPI + "]");
    }

    private static String ok(String body) {
        return FaultServer.answer("200 OK", "ETag: \"1\"\r\n", body);
    }

    private SourceRun ingest() {
        return ingest(sources);
    }

    private static SourceRun ingest(TestIngestion sources) {
        return sources.ingestion().ingest("forexfactory-feed", request -> {}).getFirst();
    }

    private StoredFacts claims() {
        return store.facts().factsOf(List.of("us-unemployment-claims"));
    }

    private SourceItem item() {
        return sources.views().list().items().stream()
                .filter(source -> source.source().equals("forexfactory-feed"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFetchBringsSchedulesAndForecastsWithTheirCapture() {
        SourceRun run = ingest();

        assertThat(run.state()).isEqualTo("stored");
        assertThat(run.batch()).isNotNull();
        assertThat(run.counts().imported()).isEqualTo(2);
        Schedule schedule = claims().schedules().getFirst();
        assertThat(schedule.scheduledAt()).isEqualTo(Instant.parse("2026-11-27T13:30:00Z"));
        assertThat(schedule.capturedAt()).isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
        assertThat(schedule.source()).isEqualTo("forexfactory-feed");
        assertThat(claims().forecasts()).singleElement().satisfies(forecast -> {
            assertThat(forecast.value()).isEqualByComparingTo("225000");
            assertThat(forecast.capturedAt()).isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
        });
        assertThat(store.imports().list().getFirst().kind()).isEqualTo("source");
    }

    @Test
    void aSourceIsNotAskedTwiceInItsOwnTime() {
        ingest();
        clock.step(Duration.ofMinutes(54));
        SourceRun run = ingest();

        assertThat(run.state()).isEqualTo("fresh");
        DeclaredMessages.assertSeen("SourceMessage.FRESH", run.note());
        assertThat(server.requests()).hasSize(1);
    }

    /// Both have their answer, and wait for their turn, before either has stored it.
    @Test
    void twoProcessesThatAskAtOnceStoreOneCapture() throws Exception {
        SettableClock later = new SettableClock("2026-11-26T12:00:03Z");
        TestStore other = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), later);
        try (TestIngestion second = TestIngestion.of(other, later, server.address("/feed.json"));
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<SourceRun>> runs = database.transactions().execute(status -> {
                database.jdbc().sql(INTAKE).query((row, number) -> true).list();
                Future<SourceRun> one = threads.submit(() -> ingest(sources));
                awaitWaiting(1);
                Future<SourceRun> two = threads.submit(() -> ingest(second));
                awaitWaiting(2);
                return List.of(one, two);
            });

            assertThat(runs.getFirst().get().state()).isEqualTo("stored");
            assertThat(runs.getLast().get().state()).isEqualTo("unchanged");
        }
        assertThat(claims().schedules()).hasSize(1);
        assertThat(claims().forecasts()).hasSize(1);
    }

    private void awaitWaiting(int processes) {
        while (database.jdbc().sql(WAITING).query(Integer.class).single() < processes) {
            Thread.onSpinWait();
        }
    }

    @Test
    void everyChangeOfTheConsensusIsAForecastWithItsCapture() {
        ingest();
        clock.set("2026-11-26T13:00:00Z");
        server.answerWith(FaultServer.text(feed("230K")));
        SourceRun run = ingest();
        clock.set("2026-11-26T14:00:00Z");
        server.answerWith(FaultServer.text(feed("225K")));
        ingest();

        assertThat(run.counts().imported()).isEqualTo(1);
        assertThat(run.repeated()).isEqualTo(1);
        assertThat(claims().forecasts())
                .extracting(Forecast::capturedAt, forecast -> forecast.value().toPlainString())
                .containsExactly(
                        tuple(Instant.parse("2026-11-26T12:00:00Z"), "225000"),
                        tuple(Instant.parse("2026-11-26T13:00:00Z"), "230000"),
                        tuple(Instant.parse("2026-11-26T14:00:00Z"), "225000"));
    }

    /// As the payrolls of two months were in December 2025.
    @Test
    void figuresOfOneInstantRepeatEachItsOwnRelease() {
        server.answerWith(FaultServer.text(twoClaims("225K", "230K")));
        ingest();
        clock.set("2026-11-26T13:00:00Z");
        server.answerWith(FaultServer.text(twoClaims("230K", "225K")));
        SourceRun repeated = ingest();
        clock.set("2026-11-26T14:00:00Z");
        server.answerWith(FaultServer.text(twoClaims("225K", "240K")));
        ingest();
        clock.set("2026-11-26T15:00:00Z");
        server.answerWith(FaultServer.text(twoClaims("240K", "225K")));
        SourceRun last = ingest();

        assertThat(repeated.repeated()).isEqualTo(2);
        assertThat(last.repeated()).isEqualTo(2);
        assertThat(claims().forecasts())
                .extracting(Forecast::capturedAt, forecast -> forecast.value().toPlainString())
                .contains(
                        tuple(Instant.parse("2026-11-26T12:00:00Z"), "225000"),
                        tuple(Instant.parse("2026-11-26T12:00:00Z"), "230000"),
                        tuple(Instant.parse("2026-11-26T14:00:00Z"), "240000"))
                .doesNotContain(
                        tuple(Instant.parse("2026-11-26T13:00:00Z"), "230000"),
                        tuple(Instant.parse("2026-11-26T15:00:00Z"), "225000"));
    }

    private static String twoClaims(String first, String second) {
        return ok("[" + CLAIMS.formatted(first) + "," + CLAIMS.formatted(second) + "]");
    }

    @Test
    void aReleaseThatMovesHasBothSchedules() {
        ingest();
        clock.set("2026-11-26T13:00:00Z");
        server.answerWith(FaultServer.text(feed("225K").replace("27T08:30", "27T10:00")));
        ingest();

        assertThat(claims().schedules())
                .extracting(Schedule::scheduledAt)
                .containsExactly(Instant.parse("2026-11-27T13:30:00Z"), Instant.parse("2026-11-27T15:00:00Z"));
    }

    @Test
    void anAnswerThatIsKnownBringsNothing() {
        ingest();
        clock.set("2026-11-26T13:00:00Z");
        assertThat(ingest().state()).isEqualTo("unchanged");
        clock.set("2026-11-26T14:00:00Z");
        server.answerWith(FaultServer.text("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"));
        assertThat(ingest().state()).isEqualTo("unchanged");

        assertThat(server.requests().getLast()).contains("If-None-Match: \"1\"");
        assertThat(store.imports().list()).hasSize(1);
        assertThat(payloads()).hasSize(1);
    }

    @Test
    void whatWasUndoneIsReadAgain() {
        long batch = ingest().batch();
        store.imports().undo(batch);
        assertThat(claims().schedules()).isEmpty();

        assertThat(ingest().state()).isEqualTo("stored");
        assertThat(server.requests().getLast()).doesNotContain("If-None-Match");
        assertThat(claims().schedules()).hasSize(1);
    }

    private List<byte[]> payloads() {
        return database.jdbc()
                .sql("SELECT body FROM raw_payload ORDER BY fetched_at")
                .query((row, number) -> row.getBytes("body"))
                .list();
    }

    @Test
    void anAnswerIsKeptAsItCame() throws IOException {
        ingest();

        byte[] body = new GZIPInputStream(new ByteArrayInputStream(payloads().getFirst())).readAllBytes();
        assertThat(new String(body)).isEqualTo("[" + CLAIMS.formatted("225K") + "," + CPI + "]");
    }

    @Test
    void anErrorPageIsAFaultThatBacksOffQuietly() {
        server.answerWith(FaultServer.text(ok("<html><head><title>502 Bad Gateway</title></head></html>")));
        SourceRun run = ingest();

        assertThat(run.state()).isEqualTo("failed");
        assertThat(run.code()).isEqualTo("source-not-understood");
        DeclaredMessages.assertSeen("SourceMessage.NOT_UNDERSTOOD", run.note());
        assertThat(run.note()).startsWith("the answer is not understood: it seems to be a web page (HTML)");
        assertThat(run.retryAt()).isEqualTo(Instant.parse("2026-11-26T12:15:00.250Z"));
        assertThat(item().state()).isEqualTo("resting");
        DeclaredMessages.assertSeen("SourceMessage.RESTS", item().note());
        assertThat(item().fault()).isEqualTo("source-not-understood");

        assertThat(ingest().code()).isEqualTo("fetch-paused");
        assertThat(server.requests()).hasSize(1);
        clock.set("2026-11-26T12:15:01Z");
        assertThat(ingest().retryAt()).isEqualTo(Instant.parse("2026-11-26T12:45:01Z"));
        server.answerWith(FaultServer.text(feed("225K")));
        clock.set("2026-11-26T12:46:00Z");
        assertThat(ingest().state()).isEqualTo("stored");
        assertThat(item().state()).isEqualTo("on");
        assertThat(item().understoodAt()).isEqualTo(Instant.parse("2026-11-26T12:46:00Z"));
    }

    @Test
    void nothingHasChangedSinceNothingIsAFaultOfItsSource() {
        server.answerWith(FaultServer.text("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"));

        SourceRun run = ingest();

        assertThat(run.state()).isEqualTo("failed");
        assertThat(run.note()).contains("304");
    }

    @Test
    void anAnswerAndARestFromWhenTheClockWasAheadHoldNobodyBack() {
        Instant right = clock.instant();
        clock.set("2027-11-26T12:00:00Z");
        ingest();
        server.answerWith(FaultServer.text(FaultServer.answer("401 Unauthorized", "", "no")));
        clock.set("2027-11-26T14:00:00Z");
        assertThat(ingest().state()).isEqualTo("failed");

        clock.set(right.toString());
        try (TestIngestion next = TestIngestion.of(store, clock, server.address("/feed.json"))) {
            assertThat(next.views().list().items())
                    .filteredOn(item -> item.source().equals("forexfactory-feed"))
                    .extracting(SourceItem::state)
                    .containsExactly("on");
            int before = server.requests().size();
            next.ingestion().ingest("forexfactory-feed", request -> {});
            assertThat(server.requests()).hasSize(before + 1);
        }
    }

    @Test
    void aPauseHoldsForTheNextProcessToo() {
        server.answerWith(FaultServer.text(FaultServer.answer("429 Too Many", "Retry-After: 600\r\n", "")));
        ingest();
        try (TestIngestion next = TestIngestion.of(store, clock, server.address("/feed.json"))) {
            SourceRun run =
                    next.ingestion().ingest("forexfactory-feed", request -> {}).getFirst();
            assertThat(run.code()).isEqualTo("fetch-paused");
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theLimitHoldsForTheNextProcessToo() {
        for (int process = 0; process < 3; process++) {
            try (TestIngestion next = TestIngestion.of(store, clock, server.address("/feed.json"))) {
                next.ingestion().check("forexfactory-feed", false, request -> {});
            }
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aListWithoutRowsIsAFaultAndNotAWeekWithoutEvents() {
        server.answerWith(FaultServer.text(ok("[ ]")));
        SourceRun run = ingest();

        assertThat(run.code()).isEqualTo("source-no-rows");
        DeclaredMessages.assertSeen("SourceMessage.NO_ROWS", run.note());
    }

    @Test
    void aCheckSaysWhatWasUnderstoodAndStoresNothing() {
        SourceRun run = sources.ingestion()
                .check("forexfactory-feed", false, request -> {})
                .getFirst();

        assertThat(run.state()).isEqualTo("understood");
        assertThat(run.counts().imported()).isEqualTo(2);
        assertThat(store.imports().list()).isEmpty();
        assertThat(payloads()).isEmpty();
        assertThat(ingest().state()).isEqualTo("stored");
    }

    @Test
    void aSourceThatIsNotChosenIsOffAndSaysHowToSwitchItOn() {
        List<SourceConnector> connectors = List.of(new Stub(payload -> {
            throw SourceFault.noRows();
        }));
        SourceSettings none = new SourceSettings(List.of(), Map.of(), Map.of());
        SourceSettings noKey = new SourceSettings(null, Map.of(), Map.of());
        try (TestIngestion off = TestIngestion.of(store, clock, connectors, none);
                TestIngestion keyless = TestIngestion.of(store, clock, connectors, noKey)) {
            SourceRun run = off.ingestion().ingest(null, request -> {}).getFirst();
            assertThat(run.state()).isEqualTo("off");
            assertThat(run.note()).isEqualTo("off: MACRO_EDGE_SOURCES does not name it. Add stub to the list");
            DeclaredMessages.assertSeen("SourceMessage.NOT_CHOSEN", run.note());
            assertThat(keyless.ingestion()
                            .ingest(null, request -> {})
                            .getFirst()
                            .note())
                    .isEqualTo("off: it needs a key. Get a key at data.example.org and set MACRO_EDGE_BLS_KEY");
            DeclaredMessages.assertSeen(
                    "SourceMessage.NO_KEY",
                    keyless.views().list().items().getFirst().note());
        }
    }

    @Test
    void aSourceThatCannotBeStoredLeavesTheOthersAlone() {
        Stub refused = new Stub(payload -> {
            throw UnknownName.source("x", List.of());
        });
        List<SourceConnector> connectors = List.of(
                refused,
                store.context().getBeansOfType(SourceConnector.class).values().stream()
                        .filter(connector -> connector.contract().id().equals("forexfactory-feed"))
                        .findFirst()
                        .orElseThrow());
        URI address = server.address("/feed.json");
        SourceSettings settings = new SourceSettings(
                null, Map.of("stub", address, "forexfactory-feed", address), Map.of(Variable.BLS_KEY, "x".repeat(9)));
        try (TestIngestion both = TestIngestion.of(store, clock, connectors, settings)) {
            List<SourceRun> runs = both.ingestion().ingest(null, request -> {});

            assertThat(runs).extracting(SourceRun::source).containsExactly("forexfactory-feed", "stub");
            assertThat(runs).extracting(SourceRun::state).containsExactly("stored", "failed");
            DeclaredMessages.assertSeen(
                    "SourceMessage.STORE_REFUSED", runs.getLast().note());
        }
    }

    @Test
    void anUnknownSourceIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> sources.ingestion().ingest("acme", request -> {}))
                .hasMessageStartingWith("Source \"acme\" does not exist. Existing sources: ");
    }

    private record Stub(Function<Payload, ReleaseAdapter> reading) implements CalendarConnector {

        @Override
        public SourceContract contract() {
            return new SourceContract(
                    "stub",
                    "nothing",
                    URI.create("https://data.example.org/x"),
                    FetchPolicy.of(1, Duration.ofSeconds(1)),
                    "1 request a second",
                    Duration.ZERO,
                    Variable.BLS_KEY,
                    true,
                    false);
        }

        @Override
        public List<FetchRequest> requests(SourceAccess access, LocalDate today) {
            return List.of(FetchRequest.get("stub", "all", access.address(), "*/*"));
        }

        @Override
        public ReleaseAdapter read(Payload payload) {
            return reading.apply(payload);
        }
    }
}
