package org.macroedge.server.bias;

import java.time.Instant;
import java.util.List;
import org.macroedge.engine.bias.BiasPoints;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.releases.MacroDataUpdated;

/// The events that tell which stored biases were computed anew.
final class BiasEvents {

    private final EventLog log;
    private final RecordTimes recordTimes;

    BiasEvents(EventLog log, RecordTimes recordTimes) {
        this.log = log;
        this.recordTimes = recordTimes;
    }

    /// What is to be told of some instruments, by their bias at the last run.
    ///
    /// @param instruments their ids
    /// @param delivered the events that they were computed after
    static List<BiasComputed> of(BiasRuns runs, List<String> instruments, List<Event> delivered) {
        Instant last = runs.last();
        if (last == null || instruments.isEmpty()) {
            return List.of();
        }
        Instant from = delivered.stream()
                .map(event -> event.read(MacroDataUpdated.class).marketFrom())
                .min(Instant::compareTo)
                .orElseThrow();
        String runId = runs.id(last);
        return BiasRuns.points(runs.model(), runs.instruments(), List.of(last)).stream()
                .filter(points -> instruments.contains(points.instrument().id().value()))
                .map(points -> of(runs, runId, points, from, last))
                .toList();
    }

    private static BiasComputed of(BiasRuns runs, String runId, BiasPoints points, Instant from, Instant last) {
        InstrumentBias bias = points.at(0);
        return new BiasComputed(
                runs.weightSet(),
                points.instrument().id().value(),
                from,
                last,
                runId,
                runs.recordedAt(),
                bias.score(),
                BiasViews.code(bias.label()),
                bias.z());
    }

    /// Tells of all weight sets at once, since taking a record time takes the lock that every writer waits for.
    void announce(List<BiasComputed> computed) {
        if (computed.isEmpty()) {
            return;
        }
        Instant recordedAt = recordTimes.take();
        computed.forEach(
                bias -> log.append(BiasComputed.TYPE, BiasComputed.VERSION, bias.instrument(), recordedAt, bias));
    }

    /// Wakes the servers that deliver events once the transaction is committed: biases are due.
    void wake() {
        log.wake();
    }
}
