package org.macroedge.server.releases.importing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.intake.RowSpool;

/// Lets one import of a process run at a time, in the order in which they came: each holds up to
/// [RowSpool#IN_MEMORY] rows. Thread-safe.
final class ImportTurns {

    private static final long PATIENCE_MILLIS = 250;

    private final Semaphore turns = new Semaphore(1, true);

    /// Waits for the turn, and does the work.
    ///
    /// @param progress is told that it waits, several times a second
    /// @throws MacroEdgeException with `import-cancelled` where the thread is interrupted meanwhile
    <T> T run(ImportProgress progress, Supplier<T> work) {
        await(progress);
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private void await(ImportProgress progress) {
        try {
            while (!turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.waiting();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ImportMessage.CANCELLED.causedBy(stopped);
        }
    }
}
