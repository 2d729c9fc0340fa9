package org.macroedge.server.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

    private final EventDelivery delivery;
    private final Duration patience;
    private final FaultLog faults = new FaultLog(LOG);
    private final Semaphore wakeUps = new Semaphore(1);
    private final Thread thread = new Thread(this::run, "events");
    private volatile boolean running;

    EventPump(EventDelivery delivery, EventLog log) {
        this(delivery, log, PATIENCE);
    }

    /// @param patience with the delivery in progress when the server stops
    EventPump(EventDelivery delivery, EventLog log, Duration patience) {
        this.delivery = delivery;
        this.patience = patience;
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
            faults.failed(reason -> LogMessage.CONSUMER_FAILED.advice(reason, AT_LEAST_EVERY.toSeconds()), fault);
        } else {
            faults.gaveUp(LogMessage.HISTORY_BEHIND::advice, fault);
        }
    }

    /// Waits until what the last requests left is delivered, but not for long: a delivery that takes longer is rolled
    /// back.
    @Override
    public void stop() {
        running = false;
        wakeUps.release();
        try {
            if (!thread.join(patience)) {
                faults.warn(LogMessage.HISTORY_INTERRUPTED.advice(patience.toSeconds()));
                do {
                    delivery.end();
                } while (!thread.join(INSISTS_EVERY));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
