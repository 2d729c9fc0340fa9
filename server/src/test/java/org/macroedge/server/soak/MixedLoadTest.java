package org.macroedge.server.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.soak.ServerProcess.Use;

/// A server that is asked all it can be asked, for long: it answers every request with what it should be or with a
/// code, and uses no more at the end than after its first minutes.
@Tag("system")
@Tag("seeded")
class MixedLoadTest {

    private static final int SAMPLES = 30;
    private static final long SEED = 20150115;
    private static final long MEBIBYTE = 1 << 20;
    /// The caches of the virtual machine and of the database's driver fill for long.
    private static final long GROWTH = 48 * MEBIBYTE;
    /// Connections of clients, and a pool of eight to the database, come and go.
    private static final int COMING_AND_GOING = 40;

    private final List<Use> uses = new ArrayList<>();

    @TempDir
    Path folder;

    /// One kind of client.
    @FunctionalInterface
    private interface Client {
        void ask(SplittableRandom random) throws IOException, InterruptedException;
    }

    @Test
    void aServerUnderMixedLoadKeepsWithinItsBounds() throws Exception {
        long seconds = Soak.rounds(30, 1_800);
        ServerProcess server = ServerProcess.start(folder);
        MixedLoad load = new MixedLoad(server.address());
        try (server) {
            assertThat(load.operations()).isGreaterThan(10);
            run(load, server, seconds);
            load.close();
            report(load, seconds);
            assertThat(load.faults).as("seed %d", SEED).isEmpty();
            assertFlat();
            assertNoFiles(server.home().resolve("uploads"));
        }
        assertNoFiles(server.temporary());
        assertThat(server.log()).doesNotContain("ERROR", "Exception", "OutOfMemory");
    }

    private void run(MixedLoad load, ServerProcess server, long seconds) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Client> clients = List.of(
                load::read,
                load::read,
                load::read,
                load::importAndUndo,
                load::importAndUndo,
                load::upload,
                load::breakOff);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < clients.size(); number++) {
                Client client = clients.get(number);
                SplittableRandom random = new SplittableRandom(SEED + number);
                threads.submit(() -> repeat(client, random, load, deadline));
            }
            for (int sample = 0; sample < SAMPLES; sample++) {
                TimeUnit.MILLISECONDS.sleep(seconds * 1_000 / SAMPLES);
                uses.add(server.use());
            }
        }
        uses.add(server.use());
    }

    private static void repeat(Client client, SplittableRandom random, MixedLoad load, long deadline) {
        while (System.nanoTime() < deadline) {
            try {
                client.ask(random);
            } catch (IOException | RuntimeException fault) {
                load.faults.add("A request got no answer: " + fault);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Compares the last third with the second sixth: the first minutes fill caches. Requests in progress hold memory
    /// too, so the least of each counts.
    private void assertFlat() {
        List<Use> early = uses.subList(SAMPLES / 6, SAMPLES / 3);
        List<Use> late = uses.subList(SAMPLES * 2 / 3, SAMPLES);
        assertThat(least(late, Use::heap)).as("heap: %s", uses).isLessThan(least(early, Use::heap) + GROWTH);
        assertThat(least(late, Use::threads)).as("threads: %s", uses).isLessThan(least(early, Use::threads) + 10);
        assertThat(uses.getLast().files())
                .as("open files: %s", uses)
                .isLessThan(uses.getFirst().files() + COMING_AND_GOING);
    }

    private static long least(List<Use> uses, ToLongFunction<Use> figure) {
        return uses.stream().mapToLong(figure).min().orElseThrow();
    }

    private void report(MixedLoad load, long seconds) {
        System.out.printf(
                "%d requests in %d s, %d refused with a code%n", load.requests.get(), seconds, load.refused.get());
        uses.forEach(use -> System.out.printf(
                "heap %d MiB, %d threads, %d open files%n", use.heap() / MEBIBYTE, use.threads(), use.files()));
    }

    private static void assertNoFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .as("left in %s", folder)
                    .isEmpty();
        }
    }
}
