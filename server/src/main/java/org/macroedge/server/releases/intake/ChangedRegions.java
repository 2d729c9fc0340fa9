package org.macroedge.server.releases.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.releases.MacroDataUpdated;

/// Which indicators changed in each region, and between which market times.
public final class ChangedRegions {

    private static final class Change {
        private final SortedSet<String> indicators = new TreeSet<>();
        private Instant from = Instant.MAX;
        private Instant to = Instant.MIN;
    }

    private final Map<Region, Change> changes = new TreeMap<>();

    /// Notes that an indicator changed at a market time.
    public void add(IndicatorId indicator, Instant instant) {
        Change change = changes.computeIfAbsent(indicator.region(), region -> new Change());
        change.indicators.add(indicator.value());
        change.from = instant.isBefore(change.from) ? instant : change.from;
        change.to = instant.isAfter(change.to) ? instant : change.to;
    }

    /// The ids of all indicators that changed.
    public List<String> indicators() {
        return changes.values().stream()
                .flatMap(change -> change.indicators.stream())
                .toList();
    }

    /// One event for each region, in the order of the vocabulary.
    public List<MacroDataUpdated> events(long batch) {
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
