package org.macroedge.server.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
final class AlertDelivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertDelivery.class);
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("alerts").start(task);
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
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
    /// By the id of a channel.
    private final Map<String, CompletableFuture<Void>> running = new HashMap<>();

    AlertDelivery(AlertFile file, DeliveryStore store, AlertSender sender, Clock clock, SplittableRandom random) {
        this.file = file;
        this.store = store;
        this.sender = sender;
        this.clock = clock;
        this.random = random;
    }

    /// Begins to send what is due, to each channel that is not sent to already: a channel that hangs holds up no other.
    ///
    /// @throws RuntimeException that ended an earlier sending to one of them
    synchronized void run() {
        if (file.channels().isEmpty()) {
            return;
        }
        giveUp();
        CompletableFuture<Void> failed = DONE;
        for (AlertChannel channel : file.channels()) {
            CompletableFuture<Void> before = running.getOrDefault(channel.id(), DONE);
            if (before.isDone()) {
                SplittableRandom own = random.split();
                running.put(channel.id(), CompletableFuture.runAsync(() -> send(channel, own), THREADS));
            }
            failed = before.isCompletedExceptionally() ? before : failed;
        }
        failed.join();
    }

    /// Is done once no channel is sent to: attempts end by themselves.
    synchronized CompletableFuture<Void> running() {
        return CompletableFuture.allOf(running.values().toArray(CompletableFuture[]::new));
    }

    @Override
    public void close() {
        running().exceptionally(fault -> null).join();
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
            failed(due.get(), result, DeliveryPause.after(due.get().attempts(), own), now);
        }
        return result.isSent();
    }

    private void failed(DeliveryStore.Due due, SendResult result, Duration pause, Instant now) {
        String fault = Objects.requireNonNull(result.fault());
        if (!result.isFinal()) {
            store.failed(due, fault, now.plus(pause), now);
        } else if (store.refused(due, fault, now)) {
            warn(new DeliveryStore.GivenUp(due.alert().id(), due.channel(), due.attempts(), fault));
        }
    }

    private void giveUp() {
        Instant now = now();
        List<String> channels = file.channels().stream().map(AlertChannel::id).toList();
        store.giveUp(now.minus(DeliveryPause.LONGEST), channels, now).forEach(AlertDelivery::warn);
    }

    private static void warn(DeliveryStore.GivenUp delivery) {
        LOG.warn(LogMessage.ALERT_GIVEN_UP.advice(
                delivery.alert(), delivery.channel(), delivery.attempts(), delivery.fault()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
