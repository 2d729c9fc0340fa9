package org.macroedge.server.cli;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.home.HomeDirectory;

/// The store's database while it opens, in a thread of its own: starting PostgreSQL is mostly waiting, and reading the
/// catalogue takes about as long.
final class OpeningDatabase {

    private final FutureTask<Database> opening;

    private OpeningDatabase(FutureTask<Database> opening) {
        this.opening = opening;
    }

    /// Begins to open; the caller holds the home's lock until [#await] or [#abandon] has returned.
    static OpeningDatabase start(HomeDirectory home, Map<String, String> environment) {
        FutureTask<Database> opening = new FutureTask<>(() -> Database.open(home, environment));
        Thread.ofPlatform().name("database").start(opening);
        return new OpeningDatabase(opening);
    }

    /// Waits until it is open. An interrupt is kept for later: a half-open database would outlive the home's lock.
    ///
    /// @throws RuntimeException as [Database#open] does
    Database await() {
        boolean interrupted = false;
        while (true) {
            try {
                Database database = opening.get();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return database;
            } catch (InterruptedException later) {
                interrupted = true;
            } catch (ExecutionException fault) {
                throw fault.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException("the database could not be opened", fault.getCause());
            }
        }
    }

    /// Closes what was opened for nothing.
    ///
    /// @param reason hears what goes wrong with it
    void abandon(RuntimeException reason) {
        try {
            await().close();
        } catch (RuntimeException fault) {
            reason.addSuppressed(fault);
        }
    }
}
