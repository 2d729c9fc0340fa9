package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.fetch.FaultServer.Reply;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.PublisherFault;
import org.macroedge.server.sources.view.SourceItem;
import org.macroedge.server.sources.view.SourceRun;

/// Whatever a publisher's server does wrong becomes a coded state of its source, and says when the source is asked
/// next. The answer that comes then makes the store what it would be without the fault. The answers are composed.
class PublisherFaultsTest {

    /// One that gives calendars, and one that gives series.
    private static final List<String> SOURCES = List.of("bls", "forexfactory-feed");

    private static final Instant BEFORE = Instant.parse("2026-11-06T12:20:00Z");
    private static final Instant FAULT = Instant.parse("2026-11-06T13:31:00Z");
    private static final Duration EVERY = Duration.ofMinutes(5);

    /// A deadline that passes without deciding anything else.
    private static final Duration SHORT = Duration.ofMillis(300);

    /// The tables that an ingestion writes, without the notes on the source itself and on what it sent.
    private static final List<String> TABLES = List.of(
            "batch",
            "statement",
            "release",
            "schedule",
            "forecast",
            "print",
            "retraction",
            "quarantine",
            "verdict",
            "observation",
            "series_actual",
            "series_look",
            "source_request",
            "event_log");

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    /// What is stored without a fault, by the instant of the answer.
    private static final Map<Instant, List<String>> WITHOUT_FAULT = new ConcurrentHashMap<>();

    private static String feed(String claims) {
        return """
            [{"title":"Non-Farm Employment Change","country":"USD","date":"2026-11-06T08:30:00-05:00","impact":"High",
              "forecast":"110K","previous":"95K"},
             {"title":"Unemployment Claims","country":"USD","date":"2026-11-12T08:30:00-05:00","impact":"High",
              "forecast":"%s","previous":"220K"}]\
            """.formatted(claims);
    }

    private static String figures(String latest) {
        return "{\"status\":\"REQUEST_SUCCEEDED\",\"responseTime\":1,\"message\":[],\"Results\":{\"series\":["
                + "{\"seriesID\":\"CES0000000001\",\"data\":[" + latest
                + "{\"year\":\"2026\",\"period\":\"M09\",\"value\":\"159381\",\"footnotes\":[{}]},"
                + "{\"year\":\"2026\",\"period\":\"M08\",\"value\":\"159286\",\"footnotes\":[{}]}]}]}}";
    }

    /// The right answer of the source that a request is for: only the calendar is asked by GET.
    private static String before(String head) {
        return head.startsWith("GET") ? feed("225K") : figures("");
    }

    private static String news(String head) {
        return head.startsWith("GET")
                ? feed("230K")
                : figures("{\"year\":\"2026\",\"period\":\"M10\",\"value\":\"159500\",\"footnotes\":[{}]},");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "publisher-faults.csv", delimiter = '|', numLinesToSkip = 1)
    void aFaultIsAStateAndLeavesNoTrace(
            String what, String answer, int times, String code, @Nullable Duration rests, String state)
            throws Exception {
        List<String> stored;
        Instant next;
        try (World world = new World()) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            next = world.fail(new Case(answer, times, code, rests, state));
            world.answer(next);
            stored = world.stored();
            world.sources.close();
            assertThat(world.server.openConnections()).isZero();
            assertThat(leftOf(before)).isEmpty();
        }
        assertThat(stored).isEqualTo(WITHOUT_FAULT.computeIfAbsent(next, PublisherFaultsTest::withoutFault));
    }

    private static List<String> withoutFault(Instant answered) {
        try (World world = new World()) {
            world.answer(answered);
            List<String> stored = world.stored();
            assertThat(stored).filteredOn(row -> row.contains("159500")).isNotEmpty();
            assertThat(stored).filteredOn(row -> row.contains("230000")).isNotEmpty();
            return stored;
        }
    }

    /// @param times how often in a row, each as soon as the source is asked again
    /// @param rests for how long after the last time the source is not asked; null where the next run asks it
    private record Case(
            String answer, int times, String code, @Nullable Duration rests, String state) {}

    /// The threads that began since and do not end.
    private static List<Thread> leftOf(Set<Thread> before) throws InterruptedException {
        Set<Thread> since = new HashSet<>(Thread.getAllStackTraces().keySet());
        since.removeAll(before);
        List<Thread> left = new ArrayList<>();
        for (Thread thread : since) {
            if (!isOfTheJdk(thread) && !thread.join(Duration.ofSeconds(20))) {
                left.add(thread);
            }
        }
        return left;
    }

    /// Virtual threads of the fault server let the JDK start threads that stay.
    private static boolean isOfTheJdk(Thread thread) {
        return thread.getThreadGroup() != null
                && thread.getThreadGroup().getName().equals("CarrierThreads");
    }

    /// A publisher of both kinds, and a store that knows its schedule and its figures of before the fault.
    private static final class World implements AutoCloseable {

        private final SettableClock clock = new SettableClock(BEFORE.toString());
        private final Database database = TestDatabase.fresh();
        private final TestStore store = TestStore.of(database, CATALOGUE, clock);
        private final FaultServer server;
        private final TestIngestion sources;
        private volatile Duration deadline = FetchPolicy.USUAL_DEADLINE;

        World() {
            try {
                this.server = new FaultServer(good(PublisherFaultsTest::before));
            } catch (IOException noPort) {
                throw new AssertionError(noPort);
            }
            URI address = server.address("/data");
            Map<String, URI> addresses =
                    SOURCES.stream().collect(Collectors.toMap(source -> source, source -> address));
            List<SourceConnector> connectors = store.context().getBeansOfType(SourceConnector.class).values().stream()
                    .filter(connector -> SOURCES.contains(connector.contract().id()))
                    .map(connector -> ImpatientConnectors.of(connector, () -> deadline))
                    .toList();
            this.sources = TestIngestion.of(store, clock, connectors, new SourceSettings(null, addresses, Map.of()));
            ask(BEFORE);
        }

        private static Reply good(UnaryOperator<String> body) {
            return (head, socket) -> FaultServer.text(FaultServer.answer("200 OK", "", body.apply(head)))
                    .to(head, socket);
        }

        /// One run of each source.
        private List<SourceRun> ask(Instant at) {
            clock.set(at);
            List<SourceRun> runs = sources.ingestion().ingest(null, request -> {});
            assertThat(runs).extracting(SourceRun::source).containsExactlyElementsOf(SOURCES);
            return runs;
        }

        /// @return when the sources are asked next
        Instant fail(Case fault) throws IOException {
            server.answerWith((head, socket) ->
                    PublisherFault.of(fault.answer(), news(head)).to(head, socket));
            deadline = fault.code().equals("fetch-timed-out") ? SHORT : FetchPolicy.USUAL_DEADLINE;
            Instant at = FAULT;
            List<SourceRun> runs = ask(at);
            for (int time = 1; time < fault.times(); time++) {
                assertFailed(runs, fault);
                at = next(runs, at);
                runs = ask(at);
            }
            assertFailed(runs, fault);
            deadline = FetchPolicy.USUAL_DEADLINE;
            Instant retryAt = fault.rests() == null ? null : at.plus(fault.rests());
            assertThat(runs).extracting(SourceRun::retryAt).containsOnly(retryAt);
            assertThat(sources.views().list().items())
                    .extracting(SourceItem::state, SourceItem::fault, SourceItem::faultedAt)
                    .containsOnly(tuple(fault.state(), fault.code(), at));
            assertNotAskedBefore(retryAt);
            return next(runs, at);
        }

        private static Instant next(List<SourceRun> runs, Instant at) {
            Instant retryAt = runs.getFirst().retryAt();
            return retryAt == null ? at.plus(EVERY) : retryAt;
        }

        private static void assertFailed(List<SourceRun> runs, Case fault) {
            assertThat(runs).allSatisfy(run -> {
                assertThat(run.code()).as(run.note()).isEqualTo(fault.code());
                assertThat(run.state()).isEqualTo("failed");
                assertThat(run.note()).doesNotContain("Exception", "null");
            });
        }

        private void assertNotAskedBefore(@Nullable Instant retryAt) {
            if (retryAt != null) {
                int asked = server.requests().size();
                assertThat(ask(retryAt.minusSeconds(1)))
                        .extracting(SourceRun::code)
                        .containsOnly("fetch-paused");
                assertThat(server.requests()).hasSize(asked);
            }
        }

        /// The right answer, twice.
        void answer(Instant at) {
            server.answerWith(good(PublisherFaultsTest::news));
            assertThat(ask(at)).extracting(SourceRun::state).containsOnly("stored");
            assertThat(ask(at.plus(Duration.ofHours(1))))
                    .extracting(SourceRun::state)
                    .containsOnly("unchanged");
        }

        List<String> stored() {
            return TABLES.stream()
                    .flatMap(
                            table -> database
                                    .jdbc()
                                    .sql("SELECT t::text FROM " + table + " t ORDER BY 1")
                                    .query(String.class)
                                    .list()
                                    .stream()
                                    .map(row -> table + row))
                    .toList();
        }

        @Override
        public void close() {
            sources.close();
            try {
                server.close();
            } catch (IOException closed) {
                throw new AssertionError(closed);
            }
            store.context().close();
            database.close();
        }
    }
}
