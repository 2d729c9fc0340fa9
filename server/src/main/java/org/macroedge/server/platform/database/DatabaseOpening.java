package org.macroedge.server.platform.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.macroedge.server.platform.config.Settings;

/// The opening of the store's database in a thread of its own: starting PostgreSQL is mostly waiting, and joining the
/// modules takes about as long.
public final class DatabaseOpening implements AutoCloseable {

    private final FutureTask<Database> opening;

    private DatabaseOpening(FutureTask<Database> opening) {
        this.opening = opening;
    }

    /// Begins to open; the caller holds the home's lock until [#close] has returned.
    public static DatabaseOpening start(Settings settings) {
        FutureTask<Database> opening = new FutureTask<>(() -> Database.open(settings));
        Thread.ofPlatform().name("database").start(opening);
        Logging.await();
        return new DatabaseOpening(opening);
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

    /// Closes the database, whether anyone has waited for it or not. Who waited for one that could not be opened has
    /// heard why.
    @Override
    public void close() {
        Database database;
        try {
            database = await();
        } catch (RuntimeException neverOpened) {
            return;
        }
        database.close();
    }
}
