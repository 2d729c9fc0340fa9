package org.macroedge.server.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.StartedByServer;
import org.macroedge.server.platform.database.Database;
import org.postgresql.PGConnection;

/// Tells when a process has committed an event, this one or another: PostgreSQL gives notice over a connection of its
/// own. If that connection is lost, another is opened, and as nobody knows what was missed meanwhile, that counts as a
/// notice.
public final class EventNotices implements StartedByServer {

    private static final int QUIET_MILLISECONDS = 10_000;
    private static final int ANSWER_SECONDS = 5;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Database database;
    private final Opened opened;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "event notices");
    private @Nullable Connection connection;

    /// What is done first over a connection that is opened.
    interface Opened {
        void accept(Connection connection) throws SQLException;
    }

    EventNotices(Database database, Opened opened) {
        this.database = database;
        this.opened = opened;
    }

    /// Registers a listener, which runs in the thread of the notices and must be brief.
    public void onNotice(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                listen();
            } while (!stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Until the connection is lost.
    private void listen() {
        try (Connection listening = open();
                Statement statement = listening.createStatement()) {
            PGConnection notified = listening.unwrap(PGConnection.class);
            opened.accept(listening);
            statement.execute("LISTEN " + EventLog.CHANNEL);
            do {
                listeners.forEach(Runnable::run);
                awaitNotice(listening, notified);
            } while (isRunning());
        } catch (SQLException lost) {
            // the database is down, which its watch tells, or the server stops
        }
    }

    /// Where nothing is told for a while, the connection is tried: a network that was cut tells nobody that the
    /// database has given it up.
    private static void awaitNotice(Connection opened, PGConnection notified) throws SQLException {
        while (notified.getNotifications(QUIET_MILLISECONDS).length == 0) {
            if (!opened.isValid(ANSWER_SECONDS)) {
                throw new SQLException("the database does not answer");
            }
        }
    }

    private synchronized Connection open() throws SQLException {
        if (!isRunning()) {
            throw new SQLException("the server stops");
        }
        Connection listening = database.connect();
        connection = listening;
        return listening;
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            abort();
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void abort() {
        Connection open = connection;
        try {
            if (open != null) {
                open.abort(Runnable::run);
            }
        } catch (SQLException closed) {
            // then nobody waits for it
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive() && stopped.getCount() > 0;
    }
}
