package org.macroedge.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        List<StoreOperation> operations = List.of(StoreOperation.values());
        int rounds = Soak.rounds(operations.size(), 100);
        for (int round = 0; round < rounds; round++) {
            StoreOperation operation = operations.get(round % operations.size());
            Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
            long patience = random.nextLong(stores.milliseconds(operation));
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
