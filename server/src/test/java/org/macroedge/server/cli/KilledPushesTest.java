package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.cli.RepeatingPusher.Figure;
import org.macroedge.server.cli.RepeatingPusher.Push;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.PreparedHome;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.net.FreePort;
import org.macroedge.server.soak.Soak;

/// A server is killed again and again while programs push to it and a client follows its stream: every release that
/// was accepted is there once, a push that comes again stores nothing, no push is stored in part, and the client gets
/// every event of the log once.
@Tag("system")
@Tag("seeded")
class KilledPushesTest {

    private static final long SEED = 20150115;
    /// Rounds on one home: a store with more releases takes longer to derive, and kills fewer pushes.
    private static final int ROUNDS_OF_A_HOME = 10;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

    private static final List<List<String>> INDICATORS = List.of(
            List.of("us-cpi-mom", "us-core-cpi-mom"),
            List.of("us-ppi-mom", "us-core-ppi-mom"),
            List.of("us-retail-sales-mom", "us-core-retail-sales-mom"),
            List.of("us-personal-income-mom", "us-personal-spending-mom"));

    private static final String EVENTS = """
        SELECT seq FROM event_log
        WHERE seq > ? AND type IN ('macro_data_updated', 'bias_computed', 'regime_changed', 'job_run_recorded')
        ORDER BY seq
        """;

    private enum Victim {
        SERVER,
        SERVER_AND_DATABASE,
        DATABASE
    }

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<Victim, Integer> kills = new TreeMap<>();
    private int pushes;
    private int repeated;
    private int unanswered;
    private int pendingAtTheEnd;
    private int resumed;
    private int events;

    @Test
    void everyAcceptedReleaseIsThereOnceAndEveryEventComesOnce() throws Exception {
        int rounds = Soak.rounds(4, 100);
        for (int done = 0; done < rounds; done += ROUNDS_OF_A_HOME) {
            new Home(folder.resolve("home" + done), random).run(Math.min(ROUNDS_OF_A_HOME, rounds - done));
        }
        System.out.printf(
                "%d pushes accepted, %d sent again after an answer, %d broken off, %d without an answer at the last"
                        + " kill, %d events to a client that connected %d times, killed: %s%n",
                pushes, repeated, unanswered, pendingAtTheEnd, events, resumed, kills);
    }

    /// One store, and who uses it.
    private final class Home {

        private final Path home;
        private final int port;
        private final List<RepeatingPusher> pushers;
        private final ResumingFollower follower;
        private MacroEdgeProcess server;

        Home(Path home, SplittableRandom random) throws Exception {
            this.home = PreparedHome.in(home);
            this.port = FreePort.any();
            URI address = URI.create("http://127.0.0.1:" + port);
            this.pushers = INDICATORS.stream()
                    .map(pair -> new RepeatingPusher(address, pair, random.split()))
                    .toList();
            this.follower = new ResumingFollower(address, null);
            this.server = serve();
        }

        void run(int rounds) throws Exception {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                server.awaitServer(home);
                threads.submit(follower);
                use(threads, rounds);
            } finally {
                server.process().destroy();
                server.await();
            }
        }

        private void use(ExecutorService threads, int rounds) throws Exception {
            try {
                await("the client follows", () -> follower.start() != null);
                List<Future<?>> pushing =
                        pushers.stream().<Future<?>>map(threads::submit).toList();
                for (int round = 0; round < rounds; round++) {
                    kill(round == rounds - 1);
                }
                for (Future<?> ended : pushing) {
                    ended.get();
                }
                server = serve();
                server.awaitServer(home);
                check();
            } finally {
                pushers.forEach(RepeatingPusher::stop);
                follower.stop();
            }
        }

        /// Waits a while, mostly from where the server answers, sometimes from its start, and kills. At the last kill
        /// the pushes that have no answer stay without one.
        private void kill(boolean last) throws Exception {
            Victim victim = last ? Victim.SERVER_AND_DATABASE : Victim.values()[random.nextInt(3)];
            if (last || victim == Victim.DATABASE || random.nextInt(5) > 0) { // without a database no server starts
                server.awaitServer(home);
                server.await(random.nextLong(2_000));
            } else {
                server.await(random.nextLong(6_000));
            }
            kills.merge(victim, 1, Integer::sum);
            if (victim != Victim.DATABASE) {
                server.kill();
            }
            if (victim != Victim.SERVER) {
                MacroEdgeProcess.postmaster(home).ifPresent(ProcessHandle::destroyForcibly);
            }
            if (last) {
                pushers.forEach(RepeatingPusher::stop);
            } else if (!server.process().isAlive()) {
                server = serve();
            }
        }

        private MacroEdgeProcess serve() throws Exception {
            return MacroEdgeProcess.start(
                    home.resolveSibling(home.getFileName() + ".log"),
                    Map.of("MACRO_EDGE_SOURCES", "none", "MACRO_EDGE_SAMPLE", "none"),
                    "serve",
                    "--catalogue",
                    "../catalogue",
                    "--home",
                    home.toString(),
                    "--port",
                    String.valueOf(port));
        }

        private void check() throws Exception {
            try (Database database = Database.at(address())) {
                for (RepeatingPusher pusher : pushers) {
                    assertThat(pusher.faults).as("seed %d", SEED).isEmpty();
                    Push pending = pusher.pending();
                    if (pending != null) {
                        pendingAtTheEnd++;
                        assertWhole(database, pending);
                    }
                }
                for (RepeatingPusher pusher : pushers) {
                    await("each pushed", () -> pusher.hasPushed() || pushed(pusher));
                }
                assertStored(database);
                assertFollowed(database);
            }
            count();
        }

        private static boolean pushed(RepeatingPusher pusher) {
            try {
                return pusher.push();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        /// All of its releases and its answer are stored, or nothing.
        private void assertWhole(Database database, Push push) {
            long stored = push.figures().stream()
                    .filter(figure -> prints(database).containsKey(figure))
                    .count();
            long known = database.jdbc()
                    .sql("SELECT count(*) FROM push WHERE key = ?")
                    .param(push.key())
                    .query(Long.class)
                    .single();
            assertThat(stored)
                    .as("%s, seed %d", push, SEED)
                    .isEqualTo(known * push.figures().size());
        }

        private void assertStored(Database database) throws InterruptedException {
            Map<Figure, Long> expected = new HashMap<>();
            Map<String, Long> batches = new TreeMap<>();
            for (RepeatingPusher pusher : pushers) {
                for (Push push : pusher.answered) {
                    push.figures().forEach(figure -> expected.merge(figure, 1L, Long::sum));
                    batches.put(push.key(), push.batch());
                }
            }
            assertThat(prints(database)).as("seed %d", SEED).isEqualTo(expected);
            assertThat(pushed(database)).as("seed %d", SEED).isEqualTo(batches);
            assertThat(database.jdbc()
                            .sql("SELECT id FROM batch WHERE kind = 'push'")
                            .query(Long.class)
                            .list())
                    .as("seed %d", SEED)
                    .containsExactlyInAnyOrderElementsOf(batches.values());
            await("the surprises are derived", () -> derived(database).equals(expected));
        }

        private static Map<String, Long> pushed(Database database) {
            Map<String, Long> pushed = new TreeMap<>();
            database.jdbc().sql("SELECT key, batch FROM push").query(row -> {
                pushed.put(row.getString(1), row.getLong(2));
            });
            return pushed;
        }

        private static Map<Figure, Long> prints(Database database) {
            return figures(database, "SELECT release, actual FROM print");
        }

        private static Map<Figure, Long> derived(Database database) {
            return figures(database, "SELECT release_id, actual FROM read.releases");
        }

        private static Map<Figure, Long> figures(Database database, String sql) {
            Map<Figure, Long> figures = new HashMap<>();
            database.jdbc().sql(sql).query(row -> {
                figures.merge(new Figure(row.getString(1), row.getDouble(2)), 1L, Long::sum);
            });
            return figures;
        }

        private void assertFollowed(Database database) throws InterruptedException {
            long start = follower.start();
            int[] sizes = {-1, 0};
            await("the client has as many events as the log", () -> {
                sizes[0] = sizes[1];
                sizes[1] = logged(database, start).size();
                return sizes[0] == sizes[1] && follower.ids.size() >= sizes[1];
            });
            assertThat(follower.ids).as("seed %d", SEED).isEqualTo(logged(database, start));
        }

        private static List<Long> logged(Database database, long start) {
            return database.jdbc().sql(EVENTS).param(start).query(Long.class).list();
        }

        private String address() throws Exception {
            HomeDirectory directory = new HomeDirectory(home);
            return "jdbc:postgresql://127.0.0.1:%s/postgres?user=macro_edge&password=%s"
                    .formatted(
                            Files.readString(directory.databasePort()).strip(),
                            Files.readString(directory.databasePassword()).strip());
        }

        private void count() {
            pushers.forEach(pusher -> {
                pushes += pusher.answered.size();
                repeated += pusher.repeated;
                unanswered += pusher.unanswered;
            });
            resumed += follower.connections;
            events += follower.ids.size();
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as(what).isLessThan(PATIENCE_NANOS);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
