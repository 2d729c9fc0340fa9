package org.macroedge.server.surprises;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.DatabaseFaults;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.timescale.StorePart;
import org.macroedge.server.platform.timescale.TimescaleServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Brings the continuous aggregate of daily surprises up to date after each change of their rows, in a thread of its
/// own: TimescaleDB refreshes outside of transactions only. It knows by itself which days have changed.
final class DailySurprises implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DailySurprises.class);
    private static final Duration REPEAT = Duration.ofSeconds(30);
    /// So long does a process that ends wait for a refresh under way; the job of the database repeats it.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String REFRESH = "CALL refresh_continuous_aggregate('surprise_daily', NULL, NULL)";

    private final Database database;
    private @Nullable Thread worker;
    private boolean changed;
    private boolean closing;

    DailySurprises(Database database) {
        this.database = database;
    }

    /// Refreshes once the transaction under way is committed.
    void refreshAfterCommit() {
        if (database.has(StorePart.AGGREGATE)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    refresh();
                }
            });
        }
    }

    private synchronized void refresh() {
        changed = true;
        if (worker == null && !closing) {
            worker = Thread.ofVirtual().name("daily-surprises").start(this::work);
        }
    }

    private void work() {
        while (next()) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(REFRESH);
            } catch (SQLException fault) {
                if (!isRefused()) {
                    retry(fault);
                }
            }
        }
    }

    /// Whether the licence no longer covers the refresh, which no repetition changes.
    private boolean isRefused() {
        try {
            TimescaleServer server = database.timescale();
            boolean refused = server.installed() != null && !server.allows(StorePart.AGGREGATE);
            if (refused) {
                LOG.warn(LogMessage.AGGREGATE_REFUSED.text(String.valueOf(server.licence())));
            }
            return refused;
        } catch (MacroEdgeException silent) {
            return false;
        }
    }

    synchronized boolean isWorking() {
        return worker != null;
    }

    /// Whether something has changed since the last refresh began; otherwise the thread ends.
    private synchronized boolean next() {
        boolean next = changed;
        changed = false;
        if (!next) {
            worker = null;
        }
        return next;
    }

    private synchronized void retry(SQLException fault) {
        LOG.warn(LogMessage.AGGREGATE_BEHIND.text(DatabaseFaults.reason(fault), REPEAT.toSeconds()));
        changed = !closing;
        try {
            if (changed) {
                wait(REPEAT.toMillis());
            }
        } catch (InterruptedException end) {
            changed = false;
        }
    }

    /// Waits for the refresh under way.
    @Override
    public void close() {
        Thread working;
        synchronized (this) {
            closing = true;
            notifyAll();
            working = worker;
        }
        try {
            if (working != null && !working.join(PATIENCE)) {
                working.interrupt();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
