package org.macroedge.server.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.macroedge.server.platform.database.FaultLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Delivers events while a server runs: immediately when this process appends one, and every few seconds for
/// those of others. It starts once the server answers, and stops after the last request.
public final class EventPump implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventPump.class);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);

    private final EventDelivery delivery;
    private final FaultLog faults = new FaultLog(LOG);
    private final Semaphore wakeUps = new Semaphore(1);
    private final Thread thread = new Thread(this::run, "events");
    private volatile boolean running;

    EventPump(EventDelivery delivery, EventLog log) {
        this.delivery = delivery;
        log.onAppended(wakeUps::release);
    }

    /// Starts to deliver; what an earlier process left comes first.
    @Override
    public void start() {
        running = true;
        thread.start();
    }

    private void run() {
        while (running) {
            try {
                if (wakeUps.tryAcquire(AT_LEAST_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
                if (running) {
                    delivery.drain();
                    faults.worked();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException fault) {
                faults.failed("A consumer of events failed; it is tried again in " + AT_LEAST_EVERY, fault);
            }
        }
    }

    /// Waits for the delivery in progress, and delivers what the last requests left.
    @Override
    public void stop() {
        running = false;
        wakeUps.release();
        try {
            thread.join();
            delivery.drain();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            faults.failed("The stored history is not up to date. The next start tries again", fault);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// The server starts it when it answers: what it has to catch up with would slow the start.
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /// Below the phases of the web server, so that it stops after it.
    @Override
    public int getPhase() {
        return 0;
    }
}
