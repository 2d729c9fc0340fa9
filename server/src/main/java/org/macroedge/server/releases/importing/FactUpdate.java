package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.releases.Fact;
import org.macroedge.server.releases.FactReader;
import org.macroedge.server.releases.PlacedFact;
import org.macroedge.server.releases.derivation.DerivedReleases;
import org.macroedge.server.releases.intake.ChangedRegions;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings the facts of indicators in line with what their statements now say: facts that no longer follow are
/// retracted, new ones are added, the others stay as they are.
final class FactUpdate {

    private final JdbcClient jdbc;
    private final Batches batches;
    private final FactWriter writer;
    private final boolean dryRun;
    private final boolean empty;
    private final Numbers retracted = new Numbers();
    private final ChangedRegions changes = new ChangedRegions();
    private final Set<ReleaseId> moved = new HashSet<>();
    private long next;
    private long added;

    /// @param batch that adds and retracts
    /// @param dryRun whether nothing is written
    FactUpdate(JdbcClient jdbc, BulkCopy copy, Batches batches, long batch, boolean dryRun) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.writer = new FactWriter(copy, batch);
        this.dryRun = dryRun;
        this.next = batches.nextFact();
        this.empty = batches.hasNoFacts();
    }

    /// Replaces the facts of some indicators.
    ///
    /// @param derived of each of them
    void replace(Collection<IndicatorId> indicators, Collection<DerivedReleases> derived) {
        if (empty) {
            add(derived, Map.of(), new HashSet<>());
            return;
        }
        List<String> ids = indicators.stream().map(IndicatorId::value).toList();
        Map<Fact, Deque<Long>> stored = new HashMap<>();
        new FactReader(jdbc, ids)
                .notRetracted(Imports.NOW_AND_LATER)
                .forEach(fact -> stored.computeIfAbsent(fact.numbered(0), key -> new ArrayDeque<>())
                        .add(fact.fact()));
        add(derived, stored, new HashSet<>(batches.releaseIds(ids)));
    }

    private void add(Collection<DerivedReleases> derived, Map<Fact, Deque<Long>> stored, Set<ReleaseId> known) {
        List<Fact> facts = derived.stream()
                .flatMap(releases -> Stream.of(releases.prints(), releases.schedules(), releases.forecasts()))
                .<Fact>flatMap(List::stream)
                .map(fact -> fact.numbered(0))
                .toList();
        List<Fact> fresh = new ArrayList<>();
        Map<ReleaseId, Set<Instant>> places = new HashMap<>();
        stored.keySet().forEach(fact -> place(fact, places));
        for (Fact fact : facts) {
            place(fact, places);
            Deque<Long> same = stored.get(fact);
            if (same == null || same.isEmpty()) {
                fresh.add(fact.numbered(next++));
            } else {
                same.remove();
            }
        }
        Map<ReleaseId, Set<Instant>> freshPlaces = new HashMap<>();
        for (Fact fact : fresh) {
            place(fact, freshPlaces);
            change(fact, places);
        }
        stored.forEach((fact, numbers) -> {
            numbers.forEach(retracted::add);
            if (!numbers.isEmpty()) {
                change(fact, places);
                noteMove(fact, freshPlaces);
            }
        });
        added += fresh.size();
        if (!dryRun) {
            writer.write(fresh, known);
        }
    }

    private static void place(Fact fact, Map<ReleaseId, Set<Instant>> places) {
        if (fact instanceof PlacedFact placed) {
            places.computeIfAbsent(fact.release(), release -> new HashSet<>()).add(placed.instant());
        }
    }

    private void noteMove(Fact gone, Map<ReleaseId, Set<Instant>> freshPlaces) {
        if (gone instanceof PlacedFact placed
                && freshPlaces.containsKey(gone.release())
                && !freshPlaces.get(gone.release()).contains(placed.instant())) {
            moved.add(gone.release());
        }
    }

    private void change(Fact fact, Map<ReleaseId, Set<Instant>> places) {
        places.getOrDefault(fact.release(), Set.of())
                .forEach(instant -> changes.add(fact.release().indicator(), instant));
    }

    /// Whether no fact was added or retracted.
    boolean isEmpty() {
        return added == 0 && retracted.isEmpty();
    }

    /// How many facts were added.
    long added() {
        return added;
    }

    /// The facts that no longer follow.
    Numbers retracted() {
        return retracted;
    }

    /// What changed, by region.
    ChangedRegions changes() {
        return changes;
    }

    /// How many releases moved to another instant.
    int moved() {
        return moved.size();
    }

    /// The number after the last one given.
    long end() {
        return next;
    }
}
