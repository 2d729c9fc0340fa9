package org.macroedge.server.releases.intake;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.macroedge.engine.catalogue.Indicator;

/// Finds the release of each row of one indicator and derives the facts: the same facts whatever the order of the
/// rows, except that the last of two rows of one event holds.
///
/// Rows that say what is known are matched first, then rows with an actual, then rows without, and last the
/// captured ones among these. Ids are given at the end, in the order of time.
final class IndicatorIntake {

    private final ReleaseMatch match;
    private final FactDeriver facts;
    private final Map<ReportedRelease, ReleaseCandidate> found = new IdentityHashMap<>();
    private final Map<Object, ReleaseCandidate> byFigures = new HashMap<>();
    private final Map<String, ReleaseCandidate> byEvent = new HashMap<>();
    private final Set<ReportedRelease> settled = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<RowOutcome, Long> outcomes = new EnumMap<>(RowOutcome.class);

    /// @param stored what is known of the indicator, and every id ever given to a release of it
    /// @param confirmed receives the numbers of the stored facts that rows repeat
    IndicatorIntake(
            Indicator indicator,
            String source,
            ReleaseCandidates.OfIndicator stored,
            FactCollector facts,
            FactNumbers confirmed) {
        this.match = new ReleaseMatch(indicator, source, stored.inForce(), stored.gone());
        this.facts = new FactDeriver(indicator, source, stored, facts, confirmed);
    }

    /// Takes the rows in, and counts what each did.
    ///
    /// @param rows in the order of the files
    Map<RowOutcome, Long> take(List<ReportedRelease> rows) {
        List<ReportedRelease> ordered = RowRepetitions.without(RowOrder.of(RowRepetitions.withoutCopies(rows)));
        count(RowOutcome.UNCHANGED, rows.size() - ordered.size());
        resolve(
                ordered,
                row -> row.actual() != null || !row.isCaptured(),
                row -> match.identical(row).ifPresent(release -> found(row, release)));
        resolve(ordered, row -> row.actual() != null && !row.isCaptured(), this::release);
        resolve(ordered, row -> row.actual() != null, this::release);
        resolve(ordered, row -> !row.isCaptured(), this::schedule);
        resolve(ordered, ReportedRelease::isCaptured, this::capture);
        for (ReportedRelease row : ordered) {
            ReleaseCandidate release = found.get(row);
            if (release != null) {
                count(facts.derive(row, release), 1);
            }
        }
        facts.countRevisions();
        return outcomes;
    }

    private void resolve(
            List<ReportedRelease> rows, Predicate<ReportedRelease> eligible, Consumer<ReportedRelease> resolve) {
        rows.stream()
                .filter(row -> !found.containsKey(row) && !settled.contains(row))
                .filter(eligible)
                .forEach(resolve);
    }

    private void release(ReportedRelease row) {
        found(
                row,
                saidBefore(row)
                        .or(() -> match.released(row))
                        .or(() -> match.returning(row))
                        .orElseGet(() -> match.open(row)));
        match.noteReleased(row.instant());
    }

    /// The release of another row of the batch that gives the same figures, or the same event, at another capture.
    private Optional<ReleaseCandidate> saidBefore(ReportedRelease row) {
        if (!row.isCaptured()) {
            return Optional.empty();
        }
        return Optional.ofNullable(row.eventId())
                .map(byEvent::get)
                .or(() -> Optional.ofNullable(byFigures.get(figures(row))));
    }

    private static Object figures(ReportedRelease row) {
        return Arrays.asList(
                row.place(),
                row.period(),
                row.actual() == null ? null : row.actual().stripTrailingZeros(),
                row.previous() == null ? null : row.previous().stripTrailingZeros());
    }

    private void schedule(ReportedRelease row) {
        if (match.saysNothingNew(row)) {
            settle(row);
        } else {
            found(row, match.scheduled(row).or(() -> match.returning(row)).orElseGet(() -> match.open(row)));
        }
    }

    private void capture(ReportedRelease row) {
        Optional<ReleaseCandidate> release = match.captured(row);
        if (release.isEmpty() && match.isQuiet(row)) {
            settle(row);
        } else {
            found(row, release.or(() -> match.returning(row)).orElseGet(() -> match.open(row)));
        }
    }

    private void settle(ReportedRelease row) {
        settled.add(row);
        count(RowOutcome.UNCHANGED, 1);
    }

    private void found(ReportedRelease row, ReleaseCandidate release) {
        release.take();
        found.put(row, release);
        if (row.actual() != null) {
            byFigures.putIfAbsent(figures(row), release);
            if (row.eventId() != null) {
                byEvent.putIfAbsent(row.eventId(), release);
            }
        }
    }

    private void count(RowOutcome outcome, long rows) {
        if (rows > 0) {
            outcomes.merge(outcome, rows, Long::sum);
        }
    }
}
