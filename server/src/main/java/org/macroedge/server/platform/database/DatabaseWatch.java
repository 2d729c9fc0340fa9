package org.macroedge.server.platform.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/// Starts the embedded database again when it ends under a server, and notices when any database does not answer. Until
/// it answers, questions to it fail at once. Each outage is one line in the log.
public final class DatabaseWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration EVERY = Duration.ofMillis(100);
    /// After a start that failed. It may be the disk, on which someone makes room.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final ApplicationEventPublisher publisher;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;
    /// Two logs, since the one line would make the other news at each attempt.
    private final FaultLog ends = new FaultLog(LOG);
    private final FaultLog attempts = new FaultLog(LOG);
    private final DatabaseSilence silence;

    DatabaseWatch(Database database, ApplicationEventPublisher publisher) {
        this.database = database;
        this.publisher = publisher;
        this.silence = new DatabaseSilence(database, LOG);
    }

    /// The folder of the embedded database was removed under the server.
    ///
    /// @param why what the user is told as the server ends
    public record Lost(MacroEdgeException why) {}

    @Override
    public void start() {
        running = true;
        // a platform thread: computations may keep every carrier of virtual threads busy for seconds
        Thread.ofPlatform().daemon().name("database watch").start(this::watch);
    }

    private void watch() {
        try {
            while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (database.isLost()) {
                    lose();
                    return;
                }
                if (!database.hasEnded()) {
                    silence.check();
                } else if (!heal()) {
                    stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            silence.close();
        }
    }

    private void lose() {
        database.down("its folder was removed");
        publisher.publishEvent(new Lost(DatabaseMessage.HOME_REMOVED.exception()));
    }

    private boolean heal() {
        database.down("it ended unexpectedly and is being started again");
        ends.warn(LogMessage.DATABASE_ENDED.advice());
        try {
            database.restart();
            silence.forget();
            ends.worked();
            attempts.worked();
            LOG.warn(LogMessage.DATABASE_RUNS.text());
            return true;
        } catch (RuntimeException fault) {
            attempts.warn(LogMessage.DATABASE_STAYS_DOWN.advice(String.valueOf(fault.getMessage()), PAUSE.toSeconds()));
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Below all who use the database, so that it stops after them.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
