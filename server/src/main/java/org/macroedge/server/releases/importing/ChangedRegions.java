package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.releases.MacroDataUpdated;

/// Which indicators changed in each region, and between which market times.
final class ChangedRegions {

    private static final class Change {
        private final SortedSet<String> indicators = new TreeSet<>();
        private Instant from = Instant.MAX;
        private Instant to = Instant.MIN;
    }

    private final Map<Region, Change> changes = new TreeMap<>();

    void add(IndicatorId indicator, Instant at) {
        Change change = changes.computeIfAbsent(indicator.region(), region -> new Change());
        change.indicators.add(indicator.value());
        change.from = at.isBefore(change.from) ? at : change.from;
        change.to = at.isAfter(change.to) ? at : change.to;
    }

    /// The ids of all indicators that changed.
    List<String> indicators() {
        return changes.values().stream()
                .flatMap(change -> change.indicators.stream())
                .toList();
    }

    /// Appends one event for each region, in the caller's transaction.
    ///
    /// @param recordedAt of the batch
    void announce(EventLog log, long batch, Instant recordedAt) {
        events(batch)
                .forEach(event ->
                        log.append(MacroDataUpdated.TYPE, MacroDataUpdated.VERSION, event.region(), recordedAt, event));
    }

    /// One event for each region, in the order of the vocabulary.
    List<MacroDataUpdated> events(long batch) {
        return changes.entrySet().stream()
                .map(entry -> new MacroDataUpdated(
                        entry.getKey().code(),
                        batch,
                        List.copyOf(entry.getValue().indicators),
                        entry.getValue().from,
                        entry.getValue().to))
                .toList();
    }
}
