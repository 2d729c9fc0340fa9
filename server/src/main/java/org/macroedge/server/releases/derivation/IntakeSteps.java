package org.macroedge.server.releases.derivation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Puts what a source stated in order: captures by their instants, whichever batch brought them.
///
/// Rows without a capture come between those captures between which the market knew them, batch by batch, so a
/// source that never says when it knew something is taken batch by batch.
final class IntakeSteps {

    /// @param until the capture that the step comes before, or is
    /// @param batch of rows without a capture; 0 for a capture
    private record Step(Instant until, boolean captured, long batch) implements Comparable<Step> {

        private static final Comparator<Step> ORDER =
                Comparator.comparing(Step::until).thenComparing(Step::captured).thenComparing(Step::batch);

        @Override
        public int compareTo(Step other) {
            return ORDER.compare(this, other);
        }
    }

    private IntakeSteps() {}

    /// Rows that are taken together.
    ///
    /// @param said by one source, batches ascending
    static Collection<List<SaidStatement>> of(List<SaidStatement> said) {
        NavigableSet<Instant> captures = new TreeSet<>();
        said.forEach(statement -> statement.row().capturedAt().ifPresent(captures::add));
        TreeMap<Step, List<SaidStatement>> steps = new TreeMap<>();
        for (SaidStatement statement : said) {
            steps.computeIfAbsent(step(statement, captures), step -> new ArrayList<>())
                    .add(statement);
        }
        return steps.values();
    }

    private static Step step(SaidStatement statement, NavigableSet<Instant> captures) {
        if (statement.row().isCaptured()) {
            return new Step(statement.placedAt(), true, 0);
        }
        Instant next = captures.ceiling(statement.placedAt());
        return new Step(
                next == null ? Instant.MAX : next, false, statement.batch().batch());
    }
}
