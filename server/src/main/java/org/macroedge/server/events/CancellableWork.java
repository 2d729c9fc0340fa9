package org.macroedge.server.events;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Transactions that another thread can end: PostgreSQL cancels the statement in progress, which an interruption of the
/// thread would not. Thread-safe; each transaction runs in one thread.
final class CancellableWork {

    private static final int NONE = 0;

    private final JdbcClient jdbc;
    /// The server process of the transaction in progress.
    private int process = NONE;
    private boolean ended;

    CancellableWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Runs a transaction, which calls [#began] first.
    ///
    /// @throws CancellationException if the work has been ended
    boolean run(BooleanSupplier transaction) {
        try {
            return transaction.getAsBoolean();
        } finally {
            over();
        }
    }

    /// Notes which server process works for the transaction of this thread.
    void began() {
        int own = jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
        synchronized (this) {
            if (ended) {
                throw new CancellationException();
            }
            process = own;
        }
    }

    private synchronized void over() {
        process = NONE;
    }

    /// Cancels the statement in progress, and lets every later transaction fail. A cancellation that comes late meets
    /// an idle session.
    synchronized void end() {
        ended = true;
        if (process != NONE) {
            jdbc.sql("SELECT pg_cancel_backend(?)")
                    .param(process)
                    .query((row, number) -> true)
                    .single();
        }
    }

    synchronized boolean hasEnded() {
        return ended;
    }
}
