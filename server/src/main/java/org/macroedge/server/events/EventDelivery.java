package org.macroedge.server.events;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.log.ActivityLog;
import org.macroedge.server.platform.trace.Traces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Delivers events to their consumers, one consumer after the other. Several processes may deliver the events of one
/// store: they share the partitions of a consumer, and take turns with an exclusive one. What an exclusive one leaves
/// to all of them they do in shares; after each, they look for events. Who can do something else does not wait.
public final class EventDelivery {

    private final EventCursors cursors;
    private final CancellableWork work;
    private final TransactionTemplate transactions;
    private final List<EventConsumer> consumers;
    private final List<Consumer<DeliveryRun>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean sharing = true;

    public EventDelivery(JdbcClient jdbc, TransactionTemplate transactions, List<EventConsumer> consumers) {
        this.cursors = new EventCursors(jdbc);
        this.work = new CancellableWork(jdbc);
        this.transactions = transactions;
        this.consumers = consumers.stream().filter(EventConsumer::isUsed).toList();
    }

    /// Delivers until nothing is left, in shares neither. If a consumer fails, its transaction is
    /// rolled back, those after it get nothing, and it is tried again after each share of those
    /// before it. Its exception is thrown if it still fails once these are done.
    ///
    /// @throws CancellationException if the delivery has been ended
    public void drain() {
        drain(consumers);
    }

    /// As [#drain()], for one consumer alone.
    public void drain(String consumer) {
        drain(consumers.stream().filter(known -> known.name().equals(consumer)).toList());
    }

    private void drain(List<EventConsumer> drained) {
        Set<EventConsumer> busy = new LinkedHashSet<>();
        RuntimeException failed;
        List<EventConsumer> working;
        do {
            busy.clear();
            working = drained;
            failed = null;
            for (int index = 0; index < working.size(); index++) {
                try {
                    process(working.get(index), busy);
                } catch (RuntimeException fault) {
                    failed = fault;
                    working = drained.subList(0, index);
                }
            }
        } while (goesOn(working, busy, failed));
        if (failed != null) {
            throw failed;
        }
    }

    /// Events go before shares: who waits for the lock to take events has it before those that
    /// want it for a share.
    ///
    /// @return whether there may be more
    private boolean goesOn(List<EventConsumer> working, Set<EventConsumer> busy, @Nullable RuntimeException failed) {
        try {
            return working.stream()
                            .anyMatch(consumer -> busy.contains(consumer) && isAwaited(consumer) || isShared(consumer))
                    || busy.stream().anyMatch(this::isAwaited);
        } catch (RuntimeException fault) {
            if (failed != null) {
                fault.addSuppressed(failed);
            }
            throw fault;
        }
    }

    /// @param busy gets the consumer if another process works for it
    private void process(EventConsumer consumer, Set<EventConsumer> busy) {
        while (run(status -> step(cursors::tryLock, consumer, busy, status))) {
            // the next batch
        }
    }

    /// Waits for the process that works for a consumer, where there is anything to do still.
    private boolean isAwaited(EventConsumer consumer) {
        if (!isDue(consumer)) {
            return false;
        }
        run(status -> step(this::awaitLock, consumer, Set.of(), status));
        return true;
    }

    private boolean awaitLock(EventConsumer consumer) {
        cursors.lock(consumer);
        return true;
    }

    /// Does one share. If others do all that are left, and there are no events, waits until they have done them: what
    /// one did that was killed is then free.
    ///
    /// @return whether there may be more
    private boolean isShared(EventConsumer consumer) {
        return sharing
                && consumer.isActive()
                && consumer.hasShares()
                && (run(status -> share(cursors::lockShared, consumer, status))
                        || isDue(consumer)
                        || run(status -> share(cursors::lock, consumer, status)));
    }

    private boolean run(TransactionCallback<Boolean> step) {
        return work.run(() -> Objects.requireNonNull(transactions.execute(step)));
    }

    /// Leaves the shares that are left to others, or to the next start.
    void stopSharing() {
        sharing = false;
    }

    /// Ends the delivery for good: the statement in progress is cancelled, and its transaction rolled back. It may have
    /// to be called again, since a consumer that computes between two statements cannot be cancelled.
    void end() {
        work.end();
    }

    /// Whether the delivery has been ended.
    boolean hasEnded() {
        return work.hasEnded();
    }

    /// Registers a listener that hears of each run of this process when it is committed.
    void onRun(Consumer<DeliveryRun> listener) {
        listeners.add(listener);
    }

    /// The names of the consumers.
    public List<String> consumers() {
        return consumers.stream().map(EventConsumer::name).toList();
    }

    /// How many events each consumer has not processed.
    Map<String, Long> backlog() {
        return consumers.stream().collect(Collectors.toMap(EventConsumer::name, cursors::backlog));
    }

    /// Whether a drain would have something to do.
    public boolean isBehind() {
        return consumers.stream().anyMatch(this::isBehind);
    }

    private boolean isBehind(EventConsumer consumer) {
        return isDue(consumer) || consumer.isActive() && consumer.hasShares();
    }

    private boolean isDue(EventConsumer consumer) {
        return consumer.isActive() && (consumer.isStale() || cursors.hasEvents(consumer));
    }

    /// One rebuild or one batch.
    ///
    /// @param busy gets the consumer if the lock cannot be had
    /// @return whether there may be more
    private boolean step(
            Predicate<EventConsumer> lock,
            EventConsumer consumer,
            Set<EventConsumer> busy,
            TransactionStatus transaction) {
        work.began();
        if (!consumer.isActive()) {
            return false;
        }
        if (consumer.isExclusive() && !lock.test(consumer)) {
            busy.add(consumer);
            return false;
        }
        boolean more = consumer.isStale() ? rebuild(consumer) : deliver(consumer);
        return isKept(consumer, transaction) && more;
    }

    /// One share of what is left to all processes.
    ///
    /// @return whether there was one
    private boolean share(Consumer<EventConsumer> lock, EventConsumer consumer, TransactionStatus transaction) {
        work.began();
        lock.accept(consumer);
        if (!consumer.isActive()) {
            return false;
        }
        long start = System.nanoTime();
        try (Traces.Step _ = Traces.work("share " + consumer.name())) {
            if (!consumer.share()) {
                return false;
            }
        }
        tell(consumer, false, 0, start);
        return isKept(consumer, transaction);
    }

    /// Rolls back what a consumer did that has become inactive: what made it so may have changed what it read.
    private static boolean isKept(EventConsumer consumer, TransactionStatus transaction) {
        if (!consumer.isActive()) {
            transaction.setRollbackOnly();
            return false;
        }
        return true;
    }

    private boolean rebuild(EventConsumer consumer) {
        long start = System.nanoTime();
        try (Traces.Step _ = Traces.work("rebuild " + consumer.name())) {
            consumer.rebuild();
        }
        tell(consumer, true, 0, start);
        return true;
    }

    /// Tells of a run once it is committed.
    private void tell(EventConsumer consumer, boolean rebuilt, int events, long start) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                DeliveryRun run = new DeliveryRun(consumer.name(), rebuilt, events, System.nanoTime() - start);
                listeners.forEach(listener -> listener.accept(run));
                if (ActivityLog.isOn()) {
                    ActivityLog.add("run", run.fields());
                }
            }
        });
    }

    private boolean deliver(EventConsumer consumer) {
        Optional<EventCursors.Batch> next = cursors.next(consumer);
        if (next.isEmpty()) {
            return false;
        }
        List<Event> events = next.get().events();
        if (!events.isEmpty()) {
            long start = System.nanoTime();
            try (Traces.Step step = Traces.work("run " + consumer.name())) {
                step.add("macro_edge.run.events", events.size());
                consumer.accept(events);
            }
            tell(consumer, false, events.size(), start);
        }
        cursors.move(consumer, next.get());
        return true;
    }
}
