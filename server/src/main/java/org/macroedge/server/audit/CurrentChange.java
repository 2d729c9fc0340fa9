package org.macroedge.server.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.CallerKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The request or command that this thread works on, which is to leave one row in the audit log.
///
/// A change that is one transaction writes the row in it, by [#record], so that there is neither without the other. For
/// all others, and for those that are refused or fail, the row is written when they end.
public final class CurrentChange {

    private static final ThreadLocal<CurrentChange> CURRENT = new ThreadLocal<>();
    private static final int DONE = 200;

    /// Who works on it, which is known only after it has begun.
    ///
    /// @param caller null where it is not known
    /// @param address null for a command
    /// @param requestId null for a command
    record Origin(
            @Nullable Caller caller,
            @Nullable String address,
            @Nullable UUID requestId) {}

    private final String operation;
    private final List<String> named;
    private final Supplier<Origin> origin;
    private final Clock clock;
    private final Set<String> made = new LinkedHashSet<>();
    private boolean recorded;

    /// @param named the ids that the request or command names
    CurrentChange(String operation, List<String> named, Supplier<Origin> origin, Clock clock) {
        this.operation = operation;
        this.named = List.copyOf(named);
        this.origin = origin;
        this.clock = clock;
    }

    /// Records the change that this thread works on as done, in the transaction in progress, of which it is the last
    /// step but for locks. Does nothing where the thread works on none: for a job, or at a start.
    ///
    /// @param ids of what was changed or made, beside those that the request names
    public static void record(JdbcClient jdbc, Object... ids) {
        CurrentChange change = CURRENT.get();
        if (change == null || change.recorded) {
            return;
        }
        List<String> targets = new ArrayList<>();
        for (Object id : ids) {
            targets.add(String.valueOf(id));
        }
        change.made.addAll(targets);
        AuditStore.add(jdbc, change.row(DONE, 0));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    change.recorded = true;
                } else {
                    targets.forEach(change.made::remove);
                }
            }
        });
    }

    /// Who makes the change that this thread works on; empty for the user of this machine, and where it
    /// is not known.
    public static Optional<String> author() {
        return Optional.ofNullable(CURRENT.get())
                .map(CurrentChange::caller)
                .filter(caller -> caller.kind() != CallerKind.LOCAL && caller.kind() != CallerKind.COMMAND)
                .map(Caller::name);
    }

    /// Null where it is not known.
    @Nullable
    Caller caller() {
        return origin.get().caller();
    }

    /// Lets this thread work on it.
    void begin() {
        CURRENT.set(this);
    }

    /// This thread has ended its work on it.
    void leave() {
        CURRENT.remove();
    }

    /// Whether its row is written, or was given up.
    boolean isRecorded() {
        return recorded;
    }

    void markRecorded() {
        recorded = true;
    }

    /// @param leftOut how many refusals of the caller before it left no row
    AuditRow row(int status, int leftOut) {
        Origin known = origin.get();
        Set<String> targets = new LinkedHashSet<>(named);
        targets.addAll(made);
        return new AuditRow(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                known.caller(),
                known.address(),
                operation,
                AuditedTargets.of(targets, status),
                status,
                known.requestId(),
                leftOut);
    }
}
