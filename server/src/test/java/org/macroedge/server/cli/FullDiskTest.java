package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.soak.Soak;

/// A disk that fills during whatever changes a store leaves a home that opens by itself once there is room, and answers
/// as before the change or as after it.
@Tag("system")
@Tag("seeded")
class FullDiskTest {

    private static final long SEED = 20200312;
    /// Enough for a first run with the sample, which is refused below.
    private static final int MEGABYTES = 800;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final List<StoreOperation> COMMANDS = List.of(
            StoreOperation.IMPORT, StoreOperation.FIRST_RUN, StoreOperation.HISTORY_REBUILD, StoreOperation.UNDO);

    @TempDir
    Path folder;

    @Test
    void theHomeOpensByItselfOnceThereIsRoom() throws Exception {
        SmallStores stores = new SmallStores(folder);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < Soak.rounds(3, 30); round++) {
            StoreOperation operation = COMMANDS.get(round % COMMANDS.size());
            // a fresh disk each time: what was freed must not help
            try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), MEGABYTES)) {
                Path copy = disk.folder().resolve("home");
                long patience = random.nextLong(stores.milliseconds(operation));
                stores.copy(copy, operation);
                String how = "round %d, disk full %d ms after the start of %s, seed %d"
                        .formatted(round, patience, operation, SEED);
                if (round % 3 == 2 && operation != StoreOperation.FIRST_RUN) {
                    fillUnderServer(stores, disk, copy, operation, patience / 4);
                } else {
                    fillUnderCommand(stores, disk, copy, operation, patience);
                }
                disk.free();
                stores.assertWhole(copy, operation, how);
            }
        }
    }

    private static void fillUnderCommand(
            SmallStores stores, SmallDisk disk, Path copy, StoreOperation operation, long patience) throws Exception {
        MacroEdgeProcess command = stores.start(copy, operation);
        command.await(patience);
        disk.fill();
        int status = command.await();
        if (status != 0) {
            assertThat(command.written().lines().filter(line -> line.startsWith("macro-edge: ")))
                    .as(command.written())
                    .hasSize(1);
        }
        assertThat(MacroEdgeProcess.postmaster(copy)).as(command.written()).isEmpty();
    }

    /// The server heals by itself, and stops as ever.
    private void fillUnderServer(SmallStores stores, SmallDisk disk, Path copy, StoreOperation operation, long patience)
            throws Exception {
        MacroEdgeProcess server = MacroEdgeProcess.start(
                folder.resolve("server.log"),
                Map.of(),
                "serve",
                "--port",
                "0",
                "--home",
                copy.toString(),
                "--catalogue",
                stores.catalogue(operation).toString());
        server.awaitServer(copy);
        List<String> words = new ArrayList<>(stores.words(operation));
        words.addAll(List.of("--home", copy.toString()));
        MacroEdgeProcess command =
                MacroEdgeProcess.start(folder.resolve("command.log"), Map.of(), words.toArray(String[]::new));
        command.await(patience);
        disk.fill();
        command.await();
        disk.free();
        awaitHealth(address(server), server);
        server.process().destroy();
        server.await();
        assertThat(MacroEdgeProcess.postmaster(copy)).as(server.written()).isEmpty();
    }

    private static URI address(MacroEdgeProcess server) {
        String written = server.written();
        int start = written.indexOf("http://");
        return URI.create(written.substring(start, written.indexOf(' ', start)));
    }

    private static void awaitHealth(URI address, MacroEdgeProcess server) throws Exception {
        long start = System.nanoTime();
        HttpRequest health =
                HttpRequest.newBuilder(address.resolve("/actuator/health")).build();
        while (SampleHome.send(health).statusCode() != 200) {
            assertThat(System.nanoTime() - start).as(server.written()).isLessThan(PATIENCE_NANOS);
            server.await(100);
        }
    }
}
