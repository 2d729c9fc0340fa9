package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.ready.RedisProcess;

/// Ready answers through a real Redis and a real Valkey: shared while they run, and right whatever happens to them.
@Tag("system")
@Timeout(300)
class SharedReadyTest {

    private static final List<String> ADDRESSES =
            List.of("bias/summary", "board", "calendar", "heatmap", "indices", "regimes");
    private static final String COMPUTED = "application/json;q=0.9";
    private static final int CLIENTS = 8;

    @TempDir
    private Path folder;

    private Server serve(String home, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("MACRO_EDGE_SOURCES", "none");
        Settings settings = Settings.of(all, note -> {})
                .withHome(folder.resolve(home))
                .withCatalogue(Path.of("../catalogue"))
                .withPort(0);
        return Server.start(settings, SampleHome.CLOCK, note -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void aServerSendsWhatAnotherServerOfItsDatabaseMade(String name) throws Exception {
        String database = TestDatabase.freshAddress();
        try (RedisProcess redis = RedisProcess.start(name)) {
            Map<String, String> variables =
                    Map.of("MACRO_EDGE_DATABASE_URL", database, "MACRO_EDGE_REDIS_URL", redis.address());
            try (Server first = serve("first", variables);
                    Server second = serve("second", variables)) {
                awaitKept(first, redis);
                assertThat(stat(redis, "stats", "keyspace_hits")).isZero();

                while (stat(redis, "stats", "keyspace_hits") == 0) {
                    change(first);
                    for (String address : ADDRESSES) {
                        assertSame(first, address);
                        assertSame(second, address);
                    }
                }

                List<String> keys = redis.ask(commands -> commands.keys("macro-edge:ready:*"));
                assertThat(keys).hasSizeGreaterThanOrEqualTo(ADDRESSES.size());
                for (String key : keys) {
                    long seconds = redis.ask(commands -> commands.ttl(key));
                    assertThat(seconds).as(key).isBetween(1L, 3_600L);
                }
                assertThat(stat(redis, "stats", "total_error_replies")).isZero();
            }
        }
    }

    /// The other server has no answer in its memory, so that it reads what is spoilt.
    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void anAnswerThatIsSpoiltIsReadAndMadeAnew(String name) throws Exception {
        String database = TestDatabase.freshAddress();
        try (RedisProcess redis = RedisProcess.start(name)) {
            Map<String, String> variables =
                    Map.of("MACRO_EDGE_DATABASE_URL", database, "MACRO_EDGE_REDIS_URL", redis.address());
            try (Server first = serve("first", variables);
                    Server second = serve("second", variables)) {
                awaitKept(first, redis);
                long read = stat(redis, "stats", "keyspace_hits");
                while (stat(redis, "stats", "keyspace_hits") == read) {
                    change(first);
                    SampleHome.get(first, "/api/v1/board");
                    redis.ask(commands -> commands.keys("*")).forEach(key -> spoil(redis, key));
                    read = stat(redis, "stats", "keyspace_hits");
                    assertSame(second, "board");
                }
            }
        }
    }

    /// The connection is made in the background, and until then nothing is shared.
    private static void awaitKept(Server server, RedisProcess redis) throws Exception {
        while (redis.ask(commands -> commands.dbsize()) == 0) {
            change(server);
            SampleHome.get(server, "/api/v1/board");
        }
    }

    private static void change(Server server) throws Exception {
        SampleHome.undo(
                server, SampleHome.postPayrollsOfJanuary2022(server, false).body());
    }

    private static long stat(RedisProcess redis, String section, String name) {
        Matcher line = Pattern.compile(name + ":(\\d+)").matcher(redis.ask(commands -> commands.info(section)));
        assertThat(line.find()).as(name).isTrue();
        return Long.parseLong(line.group(1));
    }

    private static void assertSame(Server server, String address) throws Exception {
        String path = "/api/v1/" + address;
        HttpResponse<String> computed = SampleHome.get(server, path, "Accept", COMPUTED);
        HttpResponse<String> ready = SampleHome.get(server, path);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo(computed.body());
        assertThat(ready.headers().firstValue("ETag"))
                .isEqualTo(computed.headers().firstValue("ETag"));
    }

    private interface Step {
        void run() throws Exception;
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis-server", "valkey-server"})
    void whateverHappensToRedisEveryAnswerIsRight(String name) throws Exception {
        try (RedisProcess redis = RedisProcess.start(name);
                Server server = serve("home", Map.of("MACRO_EDGE_REDIS_URL", redis.address()));
                Load load = Load.of(server)) {
            List<Step> steps = List.of(
                    () -> awaitKept(server, redis),
                    () -> redis.signal("STOP"),
                    () -> redis.signal("CONT"),
                    redis::kill,
                    redis::start,
                    () -> awaitKept(server, redis),
                    () -> redis.ask(commands -> commands.keys("*")).forEach(key -> spoil(redis, key)),
                    () -> redis.ask(commands -> commands.configSet("maxmemory", "1")),
                    redis::kill);
            for (Step step : steps) {
                step.run();
                String imported =
                        SampleHome.postPayrollsOfJanuary2022(server, false).body();
                for (String address : ADDRESSES) {
                    assertSame(server, address);
                }
                SampleHome.undo(server, imported);
                for (String address : ADDRESSES) {
                    assertSame(server, address);
                }
            }
            load.assertAllAnswered();
        }
    }

    private static void spoil(RedisProcess redis, String key) {
        redis.ask(commands -> commands.set(key, "not an answer"));
    }

    /// Clients that ask without a pause, and what went wrong.
    private record Load(
            ExecutorService clients, AtomicBoolean over, AtomicInteger answered, ConcurrentLinkedQueue<String> faults)
            implements AutoCloseable {

        static Load of(Server server) {
            Load load = new Load(
                    Executors.newVirtualThreadPerTaskExecutor(),
                    new AtomicBoolean(),
                    new AtomicInteger(),
                    new ConcurrentLinkedQueue<>());
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                load.clients.submit(() -> load.ask(server, first));
            }
            return load;
        }

        private void ask(Server server, int first) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                for (int request = first; !over.get(); request++) {
                    String path = "/api/v1/" + ADDRESSES.get(request % ADDRESSES.size());
                    HttpResponse<String> answer = client.send(
                            HttpRequest.newBuilder(server.address().resolve(path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    answered.incrementAndGet();
                    if (answer.statusCode() != 200) {
                        faults.add(answer.statusCode() + " " + answer.body());
                    }
                }
            } catch (Exception fault) {
                faults.add(fault.toString());
            }
        }

        void assertAllAnswered() {
            close();
            assertThat(faults).isEmpty();
            assertThat(answered).hasPositiveValue();
        }

        @Override
        public void close() {
            over.set(true);
            clients.close();
        }
    }
}
