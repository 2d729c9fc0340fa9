package org.macroedge.server.surprises;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.releases.MacroDataUpdated;

/// The indicators whose facts changed between two record times, by the event log.
///
/// A consumer computes from the latest facts, and these may be later than the events that it was given. So it asks for
/// every change up to the record time of those facts; the events that announce the later changes then find them
/// processed.
public final class ChangedIndicators {

    private final EventLog log;

    public ChangedIndicators(EventLog log) {
        this.log = log;
    }

    /// The indicators that changed, with those that succeed them, whose first decision reads the rate in force; empty
    /// where all these events were processed before.
    ///
    /// @param catalogue that names the successors
    /// @param delivered the next events, in the order of the log
    /// @param processed the record time up to which changes were processed
    /// @param until the record time of the facts
    public Set<IndicatorId> of(Catalogue catalogue, List<Event> delivered, Instant processed, Instant until) {
        return delivered.stream()
                .filter(event -> event.recordedAt().isAfter(processed))
                .findFirst()
                .map(first -> since(catalogue, first.seq(), processed, until))
                .orElse(Set.of());
    }

    /// The same for changes of which none is before a position of the log.
    ///
    /// @param after the record time up to which changes are known
    Set<IndicatorId> since(Catalogue catalogue, long position, Instant after, Instant until) {
        Set<IndicatorId> indicators = new TreeSet<>();
        log.events(MacroDataUpdated.TYPE, position, after, until)
                .forEach(event -> event.read(MacroDataUpdated.class)
                        .indicators()
                        .forEach(id -> addWithSuccessors(catalogue, new IndicatorId(id), indicators)));
        return indicators;
    }

    /// The position of the last event, from which on later changes are looked for.
    long position() {
        return log.last();
    }

    /// Whether the log still has every change since a position.
    boolean isKeptSince(long position) {
        return log.contains(position);
    }

    private static void addWithSuccessors(Catalogue catalogue, IndicatorId first, Set<IndicatorId> indicators) {
        @Nullable IndicatorId next = first;
        while (next != null && indicators.add(next)) {
            next = catalogue.indicator(next.value()).map(Indicator::successor).orElse(null);
        }
    }
}
