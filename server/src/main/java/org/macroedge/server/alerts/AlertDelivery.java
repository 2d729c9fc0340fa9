package org.macroedge.server.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.AlertSender;
import org.macroedge.server.alerts.channels.DeliveryPause;
import org.macroedge.server.alerts.channels.SendResult;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.platform.error.LogMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what was raised. A delivery is taken for a minute, so that several servers send each once, and no connection
/// to the database waits for a receiver. One that a server took and did not note is sent again, with the same id.
final class AlertDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(AlertDelivery.class);
    /// So many of a channel in one run: a server that stops waits for the run.
    private static final int AT_ONCE = 100;
    /// Longer than an attempt takes.
    private static final Duration TAKEN = Duration.ofMinutes(1);
    /// After which a run begins no other attempt.
    private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

    private final AlertFile file;
    private final DeliveryStore store;
    private final AlertSender sender;
    private final Clock clock;
    private final SplittableRandom random;

    AlertDelivery(AlertFile file, DeliveryStore store, AlertSender sender, Clock clock, SplittableRandom random) {
        this.file = file;
        this.store = store;
        this.sender = sender;
        this.clock = clock;
        this.random = random;
    }

    /// Sends what is due, to all channels at a time so that none waits for another.
    void run() {
        giveUp();
        CountDownLatch left = new CountDownLatch(file.channels().size());
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        for (AlertChannel channel : file.channels()) {
            SplittableRandom own = random.split();
            Thread.ofVirtual().name("alerts to " + channel.id()).start(() -> {
                try {
                    send(channel, own);
                } catch (RuntimeException fault) {
                    failure.set(fault);
                } finally {
                    left.countDown();
                }
            });
        }
        await(left);
        RuntimeException fault = failure.get();
        if (fault != null) {
            throw fault;
        }
    }

    private static void await(CountDownLatch left) {
        try {
            left.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(AlertChannel channel, SplittableRandom own) {
        long end = System.nanoTime() + LONGEST_RUN.toNanos();
        boolean more = true;
        for (int count = 0; more && count < AT_ONCE && System.nanoTime() < end; count++) {
            more = step(channel, own);
        }
    }

    /// @return whether there may be more to send: a receiver that refuses one is not asked for the next at once
    private boolean step(AlertChannel channel, SplittableRandom own) {
        Instant start = now();
        Optional<DeliveryStore.Due> due = store.take(channel.id(), start, start.plus(TAKEN));
        if (due.isEmpty()) {
            return false;
        }
        SendResult result = sender.send(channel, due.get().alert());
        Instant now = now();
        if (result.isSent()) {
            store.sent(due.get(), now);
        } else {
            Duration pause = DeliveryPause.after(due.get().attempts(), own);
            store.failed(due.get(), Objects.requireNonNull(result.fault()), now.plus(pause), now);
        }
        return result.isSent();
    }

    private void giveUp() {
        Instant now = now();
        store.giveUp(now.minus(DeliveryPause.LONGEST), now)
                .forEach(delivery -> LOG.warn(LogMessage.ALERT_GIVEN_UP.advice(
                        delivery.alert(), delivery.channel(), delivery.attempts(), delivery.fault())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
