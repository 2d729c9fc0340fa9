package org.macroedge.server.ready;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.surprises.Surprises;

/// How often the controllers are asked, by a servlet in their place that counts.
@Timeout(60)
class ReadyFilterTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Instant FIRST = Instant.parse("2022-02-01T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ADDRESS = "/api/v1/regimes";

    private final SettableClock clock = new SettableClock("2022-02-01T08:30:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();

    private ReadyMeters meters;
    private volatile Instant stored = FIRST;
    private volatile boolean lost;
    private volatile boolean mayRead = true;
    /// Whether the web server itself may write what it has.
    private volatile boolean isAtHand;
    private final AtomicInteger admitted = new AtomicInteger();
    private volatile Runnable meanwhile = () -> {};
    private volatile int status = 200;
    private volatile int length = 2_000;

    private final StoreVersion version = new StoreVersion(this::latest, () -> 0L);

    private Instant latest() {
        if (lost) {
            throw new IllegalStateException("the store is lost");
        }
        return stored;
    }

    private Surprises known() {
        return Surprises.of(new KnownReleases(CATALOGUE, List.of(), List.of(), Map.of(), Map.of(), latest(), false));
    }

    private final class Controller extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int number = asked.incrementAndGet();
            meanwhile.run();
            response.setStatus(status);
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("ETag", "\"" + number + "\"");
            response.setContentType("application/json");
            response.getOutputStream().write((number + " ").repeat(length / 2).getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void start() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        meters = new ReadyMeters();
        ReadyAnswers answers = new ReadyAnswers(version, SharedAnswers.NONE, this::known, clock);
        context.addFilter(
                new FilterHolder(new ReadyFilter(request -> mayRead, answers, meters, PATIENCE)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Controller()), "/*");
        ReadyHandler handler = new ReadyHandler((request, answer) -> admits(), answers, meters);
        handler.setHandler(context);
        server.setHandler(handler);
        server.start();
    }

    private boolean admits() {
        boolean admits = isAtHand && mayRead;
        admitted.addAndGet(admits ? 1 : 0);
        return admits;
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.stop();
    }

    private HttpResponse<String> get(String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + ADDRESS));
        return client.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String number() throws IOException, InterruptedException {
        return get().body().split(" ", 2)[0];
    }

    private void change() {
        stored = stored.plusSeconds(1);
        version.changed();
    }

    @Test
    void theControllerIsAskedOnceForEachChangeOfTheStore() throws Exception {
        assertThat(number()).isEqualTo("1");
        assertThat(number()).isEqualTo("1");
        change();
        assertThat(number()).isEqualTo("2");
        assertThat(number()).isEqualTo("2");
    }

    @Test
    void eachRequestIsCountedByWhereItsAnswerCameFrom() throws Exception {
        number();
        number();
        change();
        number();
        number();
        number();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        meters.bindTo(registry);

        assertThat(registry.get("macro.edge.ready.answers").functionCounters().stream()
                        .filter(counter -> counter.count() > 0)
                        .map(counter -> counter.getId().getTag("route") + " "
                                + counter.getId().getTag("result") + " " + counter.count()))
                .containsExactlyInAnyOrder(ADDRESS + " miss 2.0", ADDRESS + " hit 3.0");
    }

    @Test
    void anEventThatChangesNoFactLeavesTheAnswers() throws Exception {
        assertThat(number()).isEqualTo("1");
        version.changed();
        assertThat(number()).isEqualTo("1");
    }

    @Test
    void anAnswerHoldsUntilTheFullHourAndNotBeforeItWasMade() throws Exception {
        assertThat(number()).isEqualTo("1");
        clock.set("2022-02-01T08:59:59.999999999Z");
        assertThat(number()).isEqualTo("1");
        clock.set("2022-02-01T09:00:00Z");
        assertThat(number()).isEqualTo("2");
        clock.set("2022-02-01T08:59:59Z");
        assertThat(number()).isEqualTo("3");
    }

    @Test
    void anAnswerDuringWhichTheStoreChangedIsNotKept() throws Exception {
        meanwhile = this::change;
        assertThat(number()).isEqualTo("1");
        meanwhile = () -> {};
        assertThat(number()).isEqualTo("2");
        assertThat(number()).isEqualTo("2");
    }

    @Test
    void anAnswerDuringWhichTheHourPassedIsNotKept() throws Exception {
        meanwhile = () -> clock.set("2022-02-01T09:00:00Z");
        assertThat(number()).isEqualTo("1");
        meanwhile = () -> {};
        assertThat(number()).isEqualTo("2");
        assertThat(number()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 404, 500, 503})
    void anythingButAWholeAnswerIsNotKept(int refused) throws Exception {
        status = refused;
        assertThat(get().statusCode()).isEqualTo(refused);
        status = 200;
        assertThat(number()).isEqualTo("2");
    }

    @Test
    void anAnswerThatIsTooLongIsSentWholeAndNotKept() throws Exception {
        length = 5 << 20;
        assertThat(get().body()).hasSize(length);
        assertThat(number()).isEqualTo("2");
    }

    @Test
    void aShortAnswerIsNotCompressed() throws Exception {
        length = 20;
        assertThat(get("Accept-Encoding", "gzip").headers().map()).doesNotContainKey("content-encoding");
        assertThat(get("Accept-Encoding", "gzip").body()).isEqualTo("1 ".repeat(10));
    }

    @Test
    void whereTheStoreCannotBeAskedTheControllerAnswersEachRequest() throws Exception {
        assertThat(number()).isEqualTo("1");
        lost = true;
        version.changed();
        assertThat(number()).isEqualTo("2");
        assertThat(number()).isEqualTo("3");
        lost = false;
        assertThat(number()).isEqualTo("1");
    }

    @Test
    void aStoreThatIsLostWhileAnAnswerIsMadeDoesNotSpoilIt() throws Exception {
        meanwhile = () -> lost = true;
        assertThat(number()).isEqualTo("1");
        meanwhile = () -> {};
        lost = false;
        assertThat(number()).isEqualTo("2");
    }

    @Test
    void whoMayNotReadFromMemoryIsLeftToTheOtherFilters() throws Exception {
        assertThat(number()).isEqualTo("1");
        mayRead = false;
        assertThat(number()).isEqualTo("2");
        mayRead = true;
        assertThat(number()).isEqualTo("1");
    }

    /// The same as the filter sends, with each of the headers that decide on its form.
    @Test
    void theWebServerItselfSendsWhatIsAtHand() throws Exception {
        String compressed =
                get("Accept-Encoding", "gzip").headers().firstValue("ETag").orElseThrow();
        for (List<String> headers : List.of(
                List.<String>of(),
                List.of("Accept-Encoding", "gzip"),
                List.of("If-None-Match", "\"1\""),
                List.of("If-None-Match", "\"other\""))) {
            String[] sent = headers.toArray(String[]::new);
            isAtHand = false;
            HttpResponse<String> filtered = get(sent);
            isAtHand = true;
            HttpResponse<String> own = get(sent);

            assertThat(own.statusCode()).as(headers.toString()).isEqualTo(filtered.statusCode());
            assertThat(head(own)).as(headers.toString()).isEqualTo(head(filtered));
            assertThat(own.body()).as(headers.toString()).isEqualTo(filtered.body());
        }
        assertThat(get("If-None-Match", compressed, "Accept-Encoding", "gzip").statusCode())
                .isEqualTo(304);
        assertThat(admitted).as("all but the other ETag").hasValue(4);
        mayRead = false;
        assertThat(number()).isEqualTo("2");
    }

    private static Map<String, List<String>> head(HttpResponse<String> answer) {
        Map<String, List<String>> head = new TreeMap<>(answer.headers().map());
        head.remove("date");
        return head;
    }

    @Test
    void aConditionOfTheFirstClientDoesNotKeepTheAnswerFromTheOthers() throws Exception {
        assertThat(get("If-None-Match", "\"1\"").statusCode()).isEqualTo(304);
        assertThat(get("If-None-Match", "\"1\"").statusCode()).isEqualTo(304);
        assertThat(number()).isEqualTo("1");
    }

    @Test
    void requestsThatComeWhileAnAnswerIsMadeGetIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        meanwhile = () -> {
            begun.countDown();
            await(waiting);
        };
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = clients.submit(this::number);
            await(begun);
            List<Future<String>> later = IntStream.range(0, 8)
                    .mapToObj(index -> clients.submit(this::number))
                    .toList();
            waiting.countDown();

            assertThat(first.get()).isEqualTo("1");
            for (Future<String> answer : later) {
                assertThat(answer.get()).isEqualTo("1");
            }
        }
        assertThat(asked).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
