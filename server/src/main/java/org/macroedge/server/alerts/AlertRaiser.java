package org.macroedge.server.alerts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;

/// Raises what was found and was not raised before: the alert, its deliveries and its event are one transaction.
final class AlertRaiser {

    private final AlertStore store;
    private final EventLog events;
    private final RecordTimes times;
    private final Clock clock;

    /// @param clock that of the database
    AlertRaiser(AlertStore store, EventLog events, RecordTimes times, Clock clock) {
        this.store = store;
        this.events = events;
        this.times = times;
        this.clock = clock;
    }

    /// Raises them in the caller's transaction.
    void raise(List<Finding> findings) {
        List<Finding> fresh =
                findings.stream().filter(finding -> !store.isKnown(finding)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Instant raisedAt = times.take();
        Instant now = now();
        fresh.forEach(finding -> raise(finding, raisedAt, now));
    }

    /// The time that all servers of a database share, in microseconds.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void raise(Finding finding, Instant raisedAt, Instant now) {
        Optional<String> id = store.add(finding, raisedAt, now);
        id.ifPresent(added -> events.append(
                AlertRaised.TYPE,
                AlertRaised.VERSION,
                finding.rule().id(),
                raisedAt,
                new AlertRaised(
                        added,
                        finding.rule().id(),
                        finding.rule().kind().code(),
                        finding.subject(),
                        finding.cause(),
                        finding.causedAt(),
                        raisedAt)));
    }
}
