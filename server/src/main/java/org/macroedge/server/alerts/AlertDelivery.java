package org.macroedge.server.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.AlertSender;
import org.macroedge.server.alerts.channels.DeliveryPause;
import org.macroedge.server.alerts.channels.SendResult;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.platform.error.LogMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what was raised. A delivery is taken for longer than an attempt lasts, so that several servers send each once,
/// and no connection to the database waits for a receiver. One that a server took and did not note is sent again, with
/// the same id.
final class AlertDelivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertDelivery.class);
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("alerts").start(task);
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
    /// So many of a channel in one run: a server that stops waits for the run.
    private static final int AT_ONCE = 100;
    /// So much longer than the longest attempt is a delivery taken.
    private static final Duration SLACK = Duration.ofSeconds(45);
    /// So long does the end of a server wait for attempts.
    private static final Duration LONGEST_END = Duration.ofSeconds(15);
    /// After which a run begins no other attempt.
    private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

    private final AlertFile file;
    private final DeliveryStore store;
    private final ChannelHolds holds;
    private final AlertSender sender;
    private final Clock clock;
    private final SplittableRandom random;
    /// By the id of a channel.
    private final Map<String, CompletableFuture<Void>> running = new HashMap<>();

    /// @param clock that of the database
    AlertDelivery(
            AlertFile file,
            DeliveryStore store,
            ChannelHolds holds,
            AlertSender sender,
            Clock clock,
            SplittableRandom random) {
        this.file = file;
        this.store = store;
        this.holds = holds;
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

    /// A mail server may take minutes to say whether it took a mail: it is left before, and what became of the mail
    /// stays open.
    @Override
    public void close() {
        CompletableFuture<Void> rest = running().exceptionally(fault -> null);
        rest.copy()
                .completeOnTimeout(null, LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        sender.abandon();
        rest.join();
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
        Instant until = start.plus(sender.longest(channel)).plus(SLACK);
        Optional<DeliveryStore.Due> due = store.take(channel.id(), start, until);
        if (due.isEmpty()) {
            return false;
        }
        holds.claim(channel.id(), start, until);
        SendResult result = sender.send(channel, due.get().alert());
        note(due.get(), result, own, now());
        return result.isSent();
    }

    private void note(DeliveryStore.Due due, SendResult result, SplittableRandom own, Instant now) {
        String fault = String.valueOf(result.fault());
        if (result.hasLoggedIn()) {
            holds.release(due.channel());
        }
        switch (result.outcome()) {
            case SENT -> store.sent(due, result.fault(), now);
            case FAILED -> store.failed(due, fault, now.plus(DeliveryPause.after(due.attempts(), own)), now);
            case UNSURE -> store.failed(due, fault, now.plus(DeliveryPause.afterUnsure(due.attempts(), own)), now);
            case LOGIN_REFUSED -> hold(due, fault, now);
            case REFUSED -> {
                if (store.refused(due, fault, now)) {
                    warn(new DeliveryStore.GivenUp(due.alert().id(), due.channel(), due.attempts(), fault));
                }
            }
        }
    }

    private void hold(DeliveryStore.Due due, String fault, Instant now) {
        ChannelHolds.Hold hold = holds.hold(due.channel(), fault, now);
        store.failed(due, fault, now, now); // the hold alone keeps it back, so that its end sends everything
        if (hold.refusals() == 1) {
            LOG.warn(LogMessage.ALERT_CHANNEL_HELD.advice(due.channel(), fault));
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
