package org.macroedge.server.events;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.macroedge.server.platform.query.RecordClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Gives out record times: each strictly later than every earlier one, even if the clock steps back.
public final class RecordTimes implements RecordClock {

    /// The advisory lock of the event log: who holds it commits next, so that record times and sequence follow
    /// commits.
    static final long LOCK = 0x6D6163726FL; // "macro"

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public RecordTimes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Takes the lock of the event log until the transaction ends, and gives the transaction its record time.
    ///
    /// @return in microseconds
    /// @throws IllegalStateException outside a transaction
    public Instant take() {
        lock(jdbc);
        Instant latest = latest();
        Instant now = now();
        Instant taken = now.isAfter(latest) ? now : latest.plus(1, ChronoUnit.MICROS);
        jdbc.sql("UPDATE record_time SET latest = ?")
                .param(taken.atOffset(ZoneOffset.UTC))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                listeners.forEach(Runnable::run);
            }
        });
        return taken;
    }

    /// Registers a listener that runs whenever a transaction of this process that took a record time has ended, before
    /// its caller goes on. Those of other processes do not run it.
    public void onTaken(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public Instant latest() {
        return jdbc.sql("SELECT latest FROM record_time")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /// The time of the clock that record times follow, in microseconds.
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static void lock(JdbcClient jdbc) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the event log is written in the transaction of the change it announces");
        }
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> true)
                .single();
    }
}
