package org.macroedge.server.releases.derivation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Where the releases of an indicator lie for the rows of one source.
final class ReleasePlaces {

    private final String source;
    private final NavigableMap<Instant, List<ReleaseDraft>> byInstant = new TreeMap<>();
    private final Map<ReleaseDraft, Instant> places = new LinkedHashMap<>();

    /// @param releases those known so far
    ReleasePlaces(String source, List<ReleaseDraft> releases) {
        this.source = source;
        releases.forEach(this::place);
    }

    /// Notes where a release lies now: one that a row opened or moved.
    void place(ReleaseDraft release) {
        Instant instant = release.instant(source);
        Instant before = places.put(release, instant);
        if (instant.equals(before)) {
            return;
        }
        if (before != null) {
            byInstant.getOrDefault(before, List.of()).remove(release);
        }
        byInstant.computeIfAbsent(instant, key -> new ArrayList<>()).add(release);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /// The releases that may be a row's and do not contradict its period.
    ///
    /// @param within how far a release may lie from the row; null for all releases where the row has an event id
    Stream<ReleaseDraft> near(ReportedRelease row, @Nullable Duration within) {
        return allNear(row, within).filter(release -> release.allowsPeriod(row));
    }

    private Stream<ReleaseDraft> allNear(ReportedRelease row, @Nullable Duration within) {
        if (within == null) {
            return row.eventId() == null ? Stream.empty() : places.keySet().stream();
        }
        return byInstant.subMap(row.instant().minus(within), true, row.instant().plus(within), true).values().stream()
                .flatMap(List::stream);
    }

    /// How far a release lies from a row.
    Duration distance(ReleaseDraft release, ReportedRelease row) {
        return Duration.between(release.instant(source), row.instant()).abs();
    }

    /// Whether the source calls a release by the event id of a row.
    boolean isEvent(ReportedRelease row, ReleaseDraft release) {
        return row.eventId() != null && release.isEvent(source, row.eventId());
    }

    /// Whether a row declares the period of a release.
    static boolean isPeriod(ReportedRelease row, ReleaseDraft release) {
        return row.period() != null
                && release.declaredPeriod().filter(row.period()::equals).isPresent();
    }
}
