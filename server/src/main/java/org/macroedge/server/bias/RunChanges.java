package org.macroedge.server.bias;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the stored runs of a weight set differ from those wanted, wherever they lie.
///
/// @param obsolete instants of stored runs that are no longer wanted as they are
/// @param missing runs that are wanted and not stored as they are
/// @param removed instants that are stored and not wanted
/// @param added instants that are wanted and not stored
/// @param changedFrom the first instant of both at which the inputs differ; null where none does
record RunChanges(
        List<Instant> obsolete,
        List<RunRow> missing,
        Set<Instant> removed,
        Set<Instant> added,
        @Nullable Instant changedFrom) {

    /// @param stored ascending
    /// @param wanted ascending
    static RunChanges of(List<RunRow> stored, List<RunRow> wanted) {
        Map<Instant, RunRow> known = new HashMap<>();
        stored.forEach(run -> known.put(run.asOf(), run));
        Set<Instant> added = new HashSet<>();
        Set<Instant> removed = new HashSet<>(known.keySet());
        Instant changedFrom = null;
        for (RunRow run : wanted) {
            RunRow before = known.get(run.asOf());
            removed.remove(run.asOf());
            if (before == null) {
                added.add(run.asOf());
            } else if (changedFrom == null && !before.inputs().equals(run.inputs())) {
                changedFrom = run.asOf();
            }
        }
        Set<RunRow> both = new HashSet<>(stored);
        both.retainAll(new HashSet<>(wanted));
        return new RunChanges(
                stored.stream()
                        .filter(run -> !both.contains(run))
                        .map(RunRow::asOf)
                        .toList(),
                wanted.stream().filter(run -> !both.contains(run)).toList(),
                removed,
                added,
                changedFrom);
    }

    boolean isEmpty() {
        return obsolete.isEmpty() && missing.isEmpty();
    }

    /// Whether the bias of an instrument that reads a changed indicator has to be written at an instant.
    boolean isNew(Instant asOf) {
        return added.contains(asOf) || changedFrom != null && !asOf.isBefore(changedFrom);
    }
}
