package org.macroedge.server.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.macroedge.server.platform.config.StartedByServer;
import org.macroedge.server.platform.database.FaultLog;
import org.macroedge.server.platform.error.LogMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers events while a server runs: immediately when a process has committed one, and every few seconds in case
/// that no notice of it came. It starts once the server answers, and stops after the last request.
public final class EventPump implements StartedByServer {

    private static final Logger LOG = LoggerFactory.getLogger(EventPump.class);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);
    /// So long does a server that stops wait for the delivery. What is interrupted is redone by the next start.
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration INSISTS_EVERY = Duration.ofMillis(200);
    /// So long does it then wait for the end of a delivery that is cancelled. A consumer that computes, or a database
    /// that does not answer, must not keep a server from stopping.
    private static final Duration LAST = Duration.ofSeconds(30);

    /// What the log says of a delivery.
    ///
    /// @param failed for a reason and the seconds until it is tried again
    /// @param gaveUp for a reason, where the server stops
    /// @param interrupted for the seconds that a stop waited
    record Words(
            BiFunction<String, Long, String> failed, UnaryOperator<String> gaveUp, LongFunction<String> interrupted) {}

    private static final Words HISTORY = new Words(
            LogMessage.CONSUMER_FAILED::advice,
            LogMessage.HISTORY_BEHIND::advice,
            LogMessage.HISTORY_INTERRUPTED::advice);

    private final EventDelivery delivery;
    private final Words words;
    private final Runnable check;
    private final Duration patience;
    private final Duration last;
    private final FaultLog faults = new FaultLog(LOG);
    private final Semaphore wakeUps = new Semaphore(1);
    /// Ends with the process, since a stop may leave it behind.
    private final Thread thread;
    private volatile boolean running;

    /// Delivers to the stored history and what follows from it.
    EventPump(EventDelivery delivery, EventLog log) {
        this(delivery, log, PATIENCE, LAST);
    }

    EventPump(EventDelivery delivery, EventLog log, Duration patience, Duration last) {
        this("events", delivery, log, HISTORY, () -> {}, patience, last);
    }

    /// @param name of its thread
    /// @param check fails where there is no use in a delivery
    /// @param patience with the delivery in progress when the server stops
    /// @param last how long its end is waited for once it is cancelled
    EventPump(
            String name,
            EventDelivery delivery,
            EventLog log,
            Words words,
            Runnable check,
            Duration patience,
            Duration last) {
        this.delivery = delivery;
        this.words = words;
        this.check = check;
        this.patience = patience;
        this.last = last;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        log.onAppended(this::wake);
    }

    /// An event was committed.
    void wake() {
        wakeUps.release();
    }

    /// Starts to deliver; what an earlier process left comes first.
    @Override
    public void start() {
        running = true;
        thread.start();
    }

    /// Whether it delivers, or will when there is something to deliver.
    boolean isDelivering() {
        return running && thread.isAlive();
    }

    private void run() {
        try {
            while (running) {
                if (wakeUps.tryAcquire(AT_LEAST_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
                if (running) {
                    deliver();
                }
            }
            deliver();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver() {
        try {
            check.run();
            delivery.drain();
            faults.worked();
        } catch (RuntimeException fault) {
            if (!delivery.hasEnded()) {
                tell(fault);
            }
        }
    }

    private void tell(RuntimeException fault) {
        if (running) {
            faults.failed(reason -> words.failed().apply(reason, AT_LEAST_EVERY.toSeconds()), fault);
        } else {
            faults.gaveUp(words.gaveUp(), fault);
        }
    }

    /// Waits until what the last requests left is delivered, but not for long: a delivery that takes longer is
    /// cancelled and rolled back. One that does not end even then is left behind; it ends with its connection.
    @Override
    public void stop() {
        running = false;
        delivery.stopSharing();
        wakeUps.release();
        try {
            if (!thread.join(patience)) {
                faults.warn(words.interrupted().apply(patience.toSeconds()));
                Thread insisting = Thread.ofVirtual().start(this::insist);
                thread.join(last);
                insisting.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// In a thread of its own, since a database that does not answer holds up whoever asks it to cancel.
    private void insist() {
        try {
            do {
                end();
            } while (!thread.join(INSISTS_EVERY));
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            delivery.end();
        } catch (RuntimeException fault) {
            LOG.debug("The statement in progress could not be cancelled; it is tried again", fault);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
