package org.macroedge.server.jobs;

import java.util.Objects;
import java.util.function.Supplier;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.springframework.transaction.support.TransactionTemplate;

/// Announces each change of a run in the event log, in the transaction that records it.
final class JobAnnouncer {

    private final TransactionTemplate transactions;
    private final EventLog events;
    private final RecordTimes times;

    JobAnnouncer(TransactionTemplate transactions, EventLog events, RecordTimes times) {
        this.transactions = transactions;
        this.events = events;
        this.times = times;
    }

    /// @param change records the run
    JobRun announced(Supplier<JobRun> change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            JobRun run = change.get();
            events.append(
                    JobRunRecorded.TYPE,
                    JobRunRecorded.VERSION,
                    run.job(),
                    times.take(),
                    new JobRunRecorded(Jobs.item(run)));
            return run;
        }));
    }
}
