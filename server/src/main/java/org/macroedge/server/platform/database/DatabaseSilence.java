package org.macroedge.server.platform.database;

import java.time.Duration;
import java.util.Optional;
import org.macroedge.server.platform.error.LogMessage;
import org.slf4j.Logger;

/// Notices that a database is there and does not answer, as one that was stopped or hangs. Requests fail from the first
/// question without an answer on; work in progress is broken off when the silence lasts.
final class DatabaseSilence implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(250);
    /// A database that recovers from the end of one of its processes is silent for less, and so is a machine that has
    /// too much to do: work in progress is worth this wait.
    private static final Duration LASTING = Duration.ofSeconds(4);

    private final Database database;
    private final DatabaseProbe probe;
    private final Logger log;
    private long lastAnswer = System.nanoTime() - EVERY.toNanos();
    private long firstSilence;
    private boolean silent;
    private boolean told;

    DatabaseSilence(Database database, Logger log) {
        this.database = database;
        this.probe = database.probe();
        this.log = log;
    }

    /// Asks the database where the last answer is some time ago.
    void check() {
        if (silent || isPast(lastAnswer, EVERY)) {
            ask();
        }
    }

    private void ask() {
        Optional<String> reason = probe.silence();
        if (reason.isEmpty()) {
            answered();
        } else if (!silent) {
            silent = true;
            firstSilence = System.nanoTime();
            database.down(reason.get());
        } else if (!told && isPast(firstSilence, LASTING)) {
            told = true;
            log.warn(LogMessage.DATABASE_SILENT.advice(reason.get()));
            database.abort();
        }
    }

    private void answered() {
        lastAnswer = System.nanoTime();
        if (silent) {
            database.up();
        }
        if (told) {
            log.warn(LogMessage.DATABASE_ANSWERS.text());
        }
        silent = false;
        told = false;
    }

    /// The database was started again, and that was told.
    void forget() {
        probe.close();
        silent = false;
        told = false;
    }

    private static boolean isPast(long start, Duration time) {
        return System.nanoTime() - start >= time.toNanos();
    }

    @Override
    public void close() {
        probe.close();
    }
}
