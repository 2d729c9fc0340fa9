package org.macroedge.server.releases.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.StoredFacts;

/// What the store has, by indicator, for a batch to be matched with.
final class StoredReleases {

    /// The releases of one indicator.
    ///
    /// @param inForce in the order of their ids
    /// @param gone whose facts are all retracted, with those facts
    /// @param ids every id ever given
    record OfIndicator(List<KnownRelease> inForce, List<KnownRelease> gone, Set<ReleaseId> ids) {
        static final OfIndicator NONE = new OfIndicator(List.of(), List.of(), Set.of());
    }

    private final Map<String, OfIndicator> indicators = new HashMap<>();

    /// An empty store.
    StoredReleases() {}

    /// @param inForce the latest facts that no batch took back
    /// @param retracted the latest facts of releases that have none in force
    StoredReleases(StoredFacts inForce, StoredFacts retracted, List<ReleaseId> ids) {
        Map<ReleaseId, KnownRelease> known = releases(inForce);
        Map<ReleaseId, KnownRelease> gone = releases(retracted);
        gone.keySet().removeAll(known.keySet());
        Map<String, Set<ReleaseId>> all = new TreeMap<>();
        ids.forEach(id -> all.computeIfAbsent(id.indicator().value(), key -> new TreeSet<>())
                .add(id));
        all.forEach((indicator, named) ->
                indicators.put(indicator, new OfIndicator(pick(known, named), pick(gone, named), named)));
    }

    private static Map<ReleaseId, KnownRelease> releases(StoredFacts facts) {
        Map<ReleaseId, KnownRelease> releases = new HashMap<>();
        facts.prints()
                .forEach(one -> releases.computeIfAbsent(one.release(), KnownRelease::new)
                        .add(one));
        facts.schedules()
                .forEach(one -> releases.computeIfAbsent(one.release(), KnownRelease::new)
                        .add(one));
        facts.forecasts()
                .forEach(one -> releases.computeIfAbsent(one.release(), KnownRelease::new)
                        .add(one));
        releases.values().removeIf(KnownRelease::isGone);
        return releases;
    }

    private static List<KnownRelease> pick(Map<ReleaseId, KnownRelease> releases, Set<ReleaseId> ids) {
        List<KnownRelease> picked = new ArrayList<>();
        ids.forEach(id -> {
            KnownRelease release = releases.get(id);
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
