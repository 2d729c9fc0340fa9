package org.macroedge.server.platform.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.macroedge.server.platform.config.Settings;

/// The opening of the store's database in a thread of its own: starting PostgreSQL is mostly waiting, and
/// joining the modules takes about as long.
public final class DatabaseOpening implements AutoCloseable {

    private final FutureTask<Database> opening;
    private final Thread thread;

    private DatabaseOpening(FutureTask<Database> opening) {
        this.opening = opening;
        this.thread = Thread.ofPlatform().name("database").start(opening);
    }

    /// Fails where a database of our own could not be in the home, before anything is written there.
    public static void checkHome(Settings settings) {
        if (settings.databaseUrl() == null) {
            new DataDirectory(settings.home().database()).checkName();
        }
    }

    /// Begins to open; the caller holds the home's lock until [#close] has returned.
    public static DatabaseOpening start(Settings settings) {
        DatabaseOpening opening = new DatabaseOpening(new FutureTask<>(() -> Database.open(settings)));
        Logging.await();
        return opening;
    }

    /// Waits until it is open. An interrupt is kept for later: a half-open database would outlive the home's
    /// lock.
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

    /// Ends the opening where it stands, and closes the database if it is open by then: the process is to end.
    public void abandon() {
        thread.interrupt();
        close();
    }

    /// Closes the database, whether anyone has waited for it or not. Who waited for one that could not be
    /// opened has heard why.
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
