package org.macroedge.server.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.bias.BiasComputed;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.jobs.JobRunRecorded;
import org.macroedge.server.platform.memory.BoundedMap;
import org.macroedge.server.releases.MacroDataUpdated;
import org.macroedge.server.releases.ReleaseReader;
import org.macroedge.server.stream.view.BiasEvent;
import org.macroedge.server.stream.view.JobEvent;
import org.macroedge.server.stream.view.ReleaseEvent;
import org.macroedge.server.stream.view.ReleasedFigure;

/// The events of the log that clients get, in its order. What an event says follows from the log and from the facts of
/// its own record time, so that it is the same whenever it is read. For one thread.
final class StreamEvents {

    private static final Set<String> OWN = Set.of(MacroDataUpdated.TYPE, BiasComputed.TYPE, JobRunRecorded.TYPE);
    private static final int VERSION = 1;
    private static final Comparator<ObservedRelease> BY_TIME =
            Comparator.comparing(ObservedRelease::releasedAt).thenComparing(ObservedRelease::indicator);
    private static final int MOST_INDICATORS = 5;
    private static final int MOST_RELEASES = 20;
    /// Clients that connect again after a restart ask for the same events.
    private static final int KEPT = 1_000;

    private final EventLog log;
    private final ReleaseReader facts;
    private final Map<String, StreamedType> others;
    private final Set<String> types;
    private final Map<Long, WireEvent> latest = BoundedMap.ofLatest(KEPT);

    /// @param others the types of other modules
    StreamEvents(EventLog log, ReleaseReader facts, List<StreamedType> others) {
        this.log = log;
        this.facts = facts;
        this.others = others.stream().collect(Collectors.toMap(StreamedType::type, type -> type));
        this.types = Stream.concat(OWN.stream(), this.others.keySet().stream()).collect(Collectors.toSet());
    }

    /// The position of the last event of any type; 0 in an empty log.
    long last() {
        return log.last();
    }

    /// The next events after a position.
    List<WireEvent> after(long position, int limit) {
        List<WireEvent> events = new ArrayList<>();
        for (Event event : log.after(position, types, limit)) {
            WireEvent known = latest.get(event.seq());
            WireEvent wire = known == null ? wire(event) : known;
            latest.put(event.seq(), wire);
            events.add(wire);
        }
        return events;
    }

    private WireEvent wire(Event event) {
        return switch (event.type()) {
            case MacroDataUpdated.TYPE -> WireEvent.of(event.seq(), "release", release(event));
            case BiasComputed.TYPE -> WireEvent.of(event.seq(), "bias", bias(event));
            case JobRunRecorded.TYPE ->
                WireEvent.of(
                        event.seq(),
                        "job",
                        new JobEvent(VERSION, event.read(JobRunRecorded.class).run()));
            default -> other(event);
        };
    }

    private WireEvent other(Event event) {
        StreamedType type = Objects.requireNonNull(others.get(event.type()));
        return WireEvent.of(event.seq(), type.name(), type.data(event));
    }

    private ReleaseEvent release(Event event) {
        MacroDataUpdated updated = event.read(MacroDataUpdated.class);
        return new ReleaseEvent(
                VERSION,
                event.recordedAt(),
                updated.region(),
                updated.batch(),
                updated.indicators(),
                updated.marketFrom(),
                updated.marketTo(),
                figures(event, updated));
    }

    private @Nullable List<ReleasedFigure> figures(Event event, MacroDataUpdated updated) {
        if (updated.indicators().size() > MOST_INDICATORS) {
            return null;
        }
        List<ReleasedFigure> figures = updated.indicators().stream()
                .flatMap(indicator -> facts.asKnown(event.recordedAt(), indicator).releases().stream())
                .filter(release -> !release.releasedAt().isBefore(updated.marketFrom())
                        && !release.releasedAt().isAfter(updated.marketTo()))
                .sorted(BY_TIME)
                .map(release -> new ReleasedFigure(
                        release.releaseId().value(),
                        release.indicator().value(),
                        release.releasedAt(),
                        release.actual()))
                .toList();
        return figures.size() > MOST_RELEASES ? null : figures;
    }

    private static BiasEvent bias(Event event) {
        BiasComputed computed = event.read(BiasComputed.class);
        return new BiasEvent(
                VERSION,
                Objects.requireNonNullElse(computed.recordedAt(), event.recordedAt()),
                computed.weightSet(),
                computed.instrument(),
                computed.from(),
                computed.asOf(),
                computed.runId(),
                computed.score(),
                computed.label(),
                computed.z());
    }
}
