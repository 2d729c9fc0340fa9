package org.macroedge.server.releases.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.StoredFacts;

/// The releases of the store, by indicator, for the rows of a batch to be matched with.
public final class ReleaseCandidates {

    /// The releases of one indicator.
    ///
    /// @param inForce in the order of their ids
    /// @param gone whose facts are all retracted, with those facts
    /// @param ids every id ever given
    record OfIndicator(List<ReleaseCandidate> inForce, List<ReleaseCandidate> gone, Set<ReleaseId> ids) {
        static final OfIndicator NONE = new OfIndicator(List.of(), List.of(), Set.of());
    }

    private final Map<String, OfIndicator> indicators = new HashMap<>();

    private ReleaseCandidates() {}

    /// Those of an empty store.
    public static ReleaseCandidates none() {
        return new ReleaseCandidates();
    }

    /// Puts facts together.
    ///
    /// @param inForce the latest facts that no batch retracted
    /// @param retracted the latest facts that were retracted; they count for releases that have none in force
    /// @param ids every id ever given to a release of the indicators
    public static ReleaseCandidates of(StoredFacts inForce, StoredFacts retracted, List<ReleaseId> ids) {
        ReleaseCandidates candidates = new ReleaseCandidates();
        Map<ReleaseId, ReleaseCandidate> known = releases(inForce);
        Map<ReleaseId, ReleaseCandidate> gone = releases(retracted);
        gone.keySet().removeAll(known.keySet());
        Map<String, Set<ReleaseId>> all = new TreeMap<>();
        ids.forEach(id -> all.computeIfAbsent(id.indicator().value(), key -> new TreeSet<>())
                .add(id));
        all.forEach((indicator, named) ->
                candidates.indicators.put(indicator, new OfIndicator(pick(known, named), pick(gone, named), named)));
        return candidates;
    }

    private static Map<ReleaseId, ReleaseCandidate> releases(StoredFacts facts) {
        Map<ReleaseId, ReleaseCandidate> releases = new HashMap<>();
        facts.prints()
                .forEach(print -> releases.computeIfAbsent(print.release(), ReleaseCandidate::stored)
                        .add(print));
        facts.schedules()
                .forEach(schedule -> releases.computeIfAbsent(schedule.release(), ReleaseCandidate::stored)
                        .add(schedule));
        facts.forecasts()
                .forEach(forecast -> releases.computeIfAbsent(forecast.release(), ReleaseCandidate::stored)
                        .add(forecast));
        releases.values().removeIf(ReleaseCandidate::isGone);
        return releases;
    }

    private static List<ReleaseCandidate> pick(Map<ReleaseId, ReleaseCandidate> releases, Set<ReleaseId> ids) {
        List<ReleaseCandidate> picked = new ArrayList<>();
        ids.forEach(id -> {
            ReleaseCandidate release = releases.get(id);
            if (release != null) {
                picked.add(release);
            }
        });
        return picked;
    }

    OfIndicator of(String indicator) {
        return indicators.getOrDefault(indicator, OfIndicator.NONE);
    }
}
