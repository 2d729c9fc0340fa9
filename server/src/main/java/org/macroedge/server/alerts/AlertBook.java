package org.macroedge.server.alerts;

import java.time.Instant;
import java.util.List;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.events.RecordTimes;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where alerts are looked up and entered, by one process at a time.
final class AlertBook {

    private final AlertFile file;
    private final AlertStore store;
    private final RuleStarts starts;
    private final AlertRaiser raiser;
    private final RecordTimes times;
    private final KnownFacts facts;
    private volatile boolean begun;

    AlertBook(
            AlertFile file,
            AlertStore store,
            RuleStarts starts,
            AlertRaiser raiser,
            RecordTimes times,
            KnownFacts facts) {
        this.file = file;
        this.store = store;
        this.starts = starts;
        this.raiser = raiser;
        this.times = times;
        this.facts = facts;
    }

    /// Opens it until the caller's transaction ends. The first time, rules that are new or were changed begin, and
    /// those that the file does not have end; later, those begin that another server has ended meanwhile.
    AlertRules open() {
        facts.surprises(); // a store that changed can take long to read: nobody waits for that with the book open
        store.lock();
        RuleStart now = new RuleStart(now(), times.latest());
        if (begun) {
            starts.beginEnded(file.rules(), now);
        } else {
            starts.begin(file.rules(), now);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    begun = true;
                }
            });
        }
        return new AlertRules(file, starts.all());
    }

    /// The time that all servers of a database share.
    Instant now() {
        return raiser.now();
    }

    /// Whether it was raised before.
    boolean has(Finding finding) {
        return store.isKnown(finding);
    }

    /// Raises what was not raised before.
    void raise(List<Finding> findings) {
        raiser.raise(findings);
    }
}
