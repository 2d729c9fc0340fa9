package org.macroedge.server.events;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers events while a server runs: at once when this process appends one, and now and then for those of others.
public final class EventPump implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventPump.class);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(30);

    private final EventDelivery delivery;
    private final Semaphore news = new Semaphore(1);
    private final Thread thread = new Thread(this::run, "events");
    private volatile boolean closed;

    private EventPump(EventDelivery delivery) {
        this.delivery = delivery;
    }

    /// Starts to deliver; what was left by an earlier process comes first, and what is old enough goes.
    public static EventPump start(EventDelivery delivery, EventLog log, Clock clock) {
        EventPump pump = new EventPump(delivery);
        log.forget(clock.instant().minus(KEPT));
        log.onAppended(pump.news::release);
        pump.thread.start();
        return pump;
    }

    private void run() {
        while (!closed) {
            try {
                if (news.tryAcquire(AT_LEAST_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
                if (!closed) {
                    delivery.drain();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException fault) {
                LOG.error("events wait: a consumer failed, and is tried again in {}", AT_LEAST_EVERY, fault);
            }
        }
    }

    /// Waits for the delivery under way, and delivers no more.
    @Override
    public void close() {
        closed = true;
        news.release();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
