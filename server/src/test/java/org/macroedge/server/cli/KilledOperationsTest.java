package org.macroedge.server.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.home.HomeFiles;
import org.macroedge.server.soak.Soak;

/// Whatever is killed during whatever changes a store, the next start works, and answers as before the change or as
/// after it.
@Tag("system")
@Tag("seeded")
class KilledOperationsTest {

    private static final long SEED = 20150115;

    @TempDir
    Path folder;

    private enum Victim {
        COMMAND,
        DATABASE,
        BOTH
    }

    @Test
    void theNextStartAnswersAsBeforeTheChangeOrAsAfterIt() throws Exception {
        SmallStores stores = new SmallStores(folder);
        SplittableRandom random = new SplittableRandom(SEED);
        Map<StoreOperation, Long> durations = new EnumMap<>(StoreOperation.class);
        List<StoreOperation> operations = List.of(StoreOperation.values());
        for (int round = 0; round < Soak.rounds(10, 100); round++) {
            StoreOperation operation = operations.get(round % operations.size());
            Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
            if (!durations.containsKey(operation)) {
                durations.put(operation, duration(stores, operation));
            }
            long patience = random.nextLong(durations.get(operation));
            Path copy = stores.copy(folder.resolve("copy"), operation);
            MacroEdgeProcess command = stores.start(copy, operation);
            command.await(patience);
            kill(victim, command, copy);
            stores.assertWhole(
                    copy,
                    operation,
                    "round %d, %s killed %d ms after the start of %s, seed %d"
                            .formatted(round, victim, patience, operation, SEED));
        }
    }

    private long duration(SmallStores stores, StoreOperation operation) throws Exception {
        Path copy = stores.copy(folder.resolve("copy"), operation);
        long start = System.nanoTime();
        stores.start(copy, operation).await();
        long duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        HomeFiles.delete(copy);
        return duration;
    }

    private static void kill(Victim victim, MacroEdgeProcess command, Path copy) throws InterruptedException {
        if (victim != Victim.DATABASE) {
            command.kill();
        }
        if (victim != Victim.COMMAND) {
            MacroEdgeProcess.postmaster(copy).ifPresent(ProcessHandle::destroyForcibly);
        }
        command.await();
    }
}
