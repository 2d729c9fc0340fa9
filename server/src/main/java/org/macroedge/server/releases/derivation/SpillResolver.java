package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.SpillTarget;

/// Decides which rows of early January carry the year before theirs, by what the source says elsewhere, never
/// by where a row stands.
///
/// Such a row belongs one year later if the source has the same row there; if another row of its title lies
/// within half a period of the claimed date and fits better between the releases around it, while this row
/// fits better one year later; or if the releases around it follow from each other without it, and it follows
/// exactly one year later, where nothing else is. Where two such rows fit equally well, nothing proves
/// either.
final class SpillResolver {

    /// What became of a row of early January.
    enum Verdict {
        /// It is where it claims to be.
        STAYS,
        /// It belongs one year later.
        MOVES,
        /// It belongs one year later, where the source has the same row.
        REPEATS,
        /// Nothing shows where it belongs.
        UNPROVEN
    }

    private static final Comparator<ReportedRelease> ORDER =
            Comparator.comparing(row -> new Statement(0, row), RowContent.ORDER);

    private final Duration halfPeriod;
    /// The instants of each title's rows with an actual, wherever these belong.
    private final Map<String, NavigableSet<Instant>> published = new HashMap<>();
    private final NavigableMap<Instant, List<ReportedRelease>> stages = new TreeMap<>();
    private final Map<String, NavigableMap<Instant, List<ReportedRelease>>> settled = new HashMap<>();
    private final Map<String, List<ReportedRelease>> candidates = new HashMap<>();
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final List<ReportedRelease> unproven = new ArrayList<>();
    private final Map<String, Set<Long>> batches = new HashMap<>();

    /// @param stated everything that a source in force states about an indicator
    /// @param earlierStages what it states about the indicator's earlier stages, where `previous` refers to
    /// these
    SpillResolver(Duration halfPeriod, List<StatedBatch> stated, List<ReportedRelease> earlierStages) {
        this.halfPeriod = halfPeriod;
        List<ReportedRelease> rows = stated.stream()
                .flatMap(batch -> batch.statements().stream())
                .map(Statement::row)
                .toList();
        stated.forEach(this::note);
        earlierStages.stream()
                .filter(row -> row.actual() != null)
                .sorted(ORDER)
                .forEach(row -> stages.computeIfAbsent(row.instant(), instant -> new ArrayList<>())
                        .add(row));
        Map<Object, ReportedRelease> open = new HashMap<>();
        Set<Object> places = new HashSet<>();
        for (ReportedRelease row : rows) {
            if (row.actual() != null) {
                published.computeIfAbsent(row.title(), title -> new TreeSet<>()).add(row.instant());
            }
            if (row.spillTarget() == null) {
                places.add(place(row, row.instant()));
                settle(row);
            } else {
                open.putIfAbsent(RowContent.text(row), row);
            }
        }
        if (!open.isEmpty()) {
            decideAll(open.values().stream().sorted(ORDER).toList(), places);
        }
    }

    private void note(StatedBatch batch) {
        batch.statements().stream()
                .map(Statement::row)
                .filter(row -> row.spillTarget() != null)
                .forEach(row -> batches.computeIfAbsent(RowContent.text(row), text -> new HashSet<>())
                        .add(batch.batch()));
    }

    /// The verdict on a row.
    Verdict of(ReportedRelease row) {
        return row.spillTarget() == null ? Verdict.STAYS : verdicts.getOrDefault(RowContent.text(row), Verdict.STAYS);
    }

    /// Finds the rows that are the same one year later first, the latest before the others: a row that itself
    /// belongs later proves nothing.
    private void decideAll(List<ReportedRelease> ascending, Set<Object> places) {
        for (ReportedRelease row : ascending.reversed()) {
            if (places.contains(place(row, target(row).instant()))) {
                verdicts.put(RowContent.text(row), Verdict.REPEATS);
            } else if (row.actual() == null) {
                // without figures, only the same row proves anything
                places.add(place(row, row.instant()));
            } else {
                places.add(place(row, row.instant()));
                candidates
                        .computeIfAbsent(row.title(), title -> new ArrayList<>())
                        .addFirst(row);
            }
        }
        candidates.values().forEach(this::decide);
    }

    private static SpillTarget target(ReportedRelease row) {
        if (row.spillTarget() == null) {
            throw new IllegalArgumentException(row.file() + ":" + row.line() + " is not of early January");
        }
        return row.spillTarget();
    }

    private static Object place(ReportedRelease row, Instant instant) {
        return Arrays.asList(
                row.title(),
                instant,
                stripped(row.actual()),
                stripped(row.previous()),
                stripped(RowContent.forecast(row)));
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    private void settle(ReportedRelease row) {
        if (row.actual() != null) {
            settled.computeIfAbsent(row.title(), title -> new TreeMap<>())
                    .computeIfAbsent(row.instant(), instant -> new ArrayList<>())
                    .add(row);
        }
    }

    /// Decides the rows of one title in the order of time, so that the release before a row is settled.
    private void decide(List<ReportedRelease> ascending) {
        for (int index = 0; index < ascending.size(); index++) {
            ReportedRelease row = ascending.get(index);
            Verdict verdict = verdict(row, rivals(row, ascending.subList(index + 1, ascending.size())));
            if (verdict == Verdict.MOVES && isTitledOtherwise(row, target(row).instant())) {
                verdict = Verdict.REPEATS;
            }
            verdicts.put(RowContent.text(row), verdict);
            if (verdict == Verdict.STAYS) {
                settle(row);
            } else if (verdict == Verdict.UNPROVEN) {
                unproven.add(row);
            }
        }
        unproven.clear();
    }

    /// Rows that may be the release at the claimed date: within half a period, and neither the release before or
    /// after it nor the same one corrected.
    private List<ReportedRelease> rivals(ReportedRelease row, List<ReportedRelease> undecided) {
        List<ReportedRelease> rivals = new ArrayList<>(near(row, row.instant()));
        undecided.stream()
                .takeWhile(other -> !other.instant().isAfter(row.instant().plus(halfPeriod)))
                .forEach(rivals::add);
        unproven.reversed().stream()
                .takeWhile(other -> !other.instant().isBefore(row.instant().minus(halfPeriod)))
                .forEach(rivals::add);
        rivals.removeIf(rival -> isSuccessive(row, rival) || isRestated(row, rival));
        return rivals;
    }

    /// Whether two rows give the same release, one of them corrected: with another actual, or with any other cells in
    /// another batch. A file in which a row was spilled has the release of that date too.
    private boolean isRestated(ReportedRelease row, ReportedRelease rival) {
        return row.instant().equals(rival.instant()) && RowContent.equal(row.previous(), rival.previous())
                || Duration.between(row.instant(), rival.instant()).abs().compareTo(RowMerger.MOVED) <= 0
                        && areInSeparateBatches(row, rival);
    }

    private boolean areInSeparateBatches(ReportedRelease row, ReportedRelease rival) {
        Set<Long> ofRow = batches.getOrDefault(RowContent.text(row), Set.of());
        Set<Long> ofRival = batches.getOrDefault(RowContent.text(rival), Set.of());
        return !ofRow.isEmpty() && !ofRival.isEmpty() && Collections.disjoint(ofRow, ofRival);
    }

    private boolean isSuccessive(ReportedRelease row, ReportedRelease rival) {
        Duration apart = Duration.between(rival.instant(), row.instant()).abs();
        return apart.compareTo(halfPeriod.dividedBy(2)) > 0
                && (follows(row, List.of(rival)) || follows(rival, List.of(row)));
    }

    private NavigableMap<Instant, List<ReportedRelease>> title(ReportedRelease row) {
        return settled.getOrDefault(row.title(), new TreeMap<>());
    }

    private List<ReportedRelease> near(ReportedRelease row, Instant place) {
        return title(row).subMap(place.minus(halfPeriod), true, place.plus(halfPeriod), true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private Verdict verdict(ReportedRelease row, List<ReportedRelease> rivals) {
        if (rivals.isEmpty()) {
            return isBypassed(row) ? Verdict.MOVES : Verdict.STAYS;
        }
        Verdict verdict = Verdict.STAYS;
        for (ReportedRelease rival : rivals) {
            int better = betterMoved(row, rival);
            if (better > 0) {
                return Verdict.MOVES;
            }
            if (better == 0) {
                verdict = Verdict.UNPROVEN;
            }
        }
        return verdict;
    }

    /// Whether the release after a row follows exactly from the one before it, and the row follows exactly
    /// one year later, where nothing else is.
    private boolean isBypassed(ReportedRelease row) {
        List<ReportedRelease> before = before(row, row.instant());
        List<ReportedRelease> after = after(row, row.instant());
        return stages.isEmpty()
                && !follows(row, before)
                && after.stream().anyMatch(next -> follows(next, before) && !follows(next, List.of(row)))
                && follows(row, before(row, target(row).instant()))
                && isFree(row, target(row).instant());
    }

    /// Whether another title of the indicator has its release at a place. Two titles of one indicator never hold on one
    /// day, so a row of the title that ended is none of the indicator's.
    private boolean isTitledOtherwise(ReportedRelease row, Instant place) {
        return published.entrySet().stream()
                .filter(title -> !title.getKey().equals(row.title()))
                .map(title -> title.getValue().ceiling(place.minus(halfPeriod)))
                .anyMatch(other -> other != null && !other.isAfter(place.plus(halfPeriod)));
    }

    private boolean isFree(ReportedRelease row, Instant place) {
        return near(row, place).isEmpty()
                && candidates.getOrDefault(row.title(), List.of()).stream()
                        .noneMatch(other -> other != row
                                && Duration.between(other.instant(), place)
                                                .abs()
                                                .compareTo(halfPeriod)
                                        <= 0);
    }

    /// Compares two readings: the row one year later and its rival here, or the rival one year later and the
    /// row here. Positive where the first fits better, that is, where the squared distances of previous
    /// values from the actuals to which they refer are smaller.
    private int betterMoved(ReportedRelease row, ReportedRelease rival) {
        Instant first = rival.instant().isBefore(row.instant()) ? rival.instant() : row.instant();
        Instant last = rival.instant().isBefore(row.instant()) ? row.instant() : rival.instant();
        List<ReportedRelease> before = before(row, first);
        List<ReportedRelease> beforeTarget = before(row, target(row).instant());
        FitComparison fit = new FitComparison();
        fit.add(before, List.of(rival), before, List.of(row));
        fit.add(beforeTarget, List.of(row), beforeTarget, List.of(rival));
        if (stages.isEmpty()) {
            List<ReportedRelease> after = after(row, last);
            List<ReportedRelease> afterTarget = after(row, target(row).instant());
            fit.add(List.of(rival), after, List.of(row), after);
            fit.add(List.of(row), afterTarget, List.of(rival), afterTarget);
        }
        return fit.result();
    }

    /// The rows to which a row's previous value refers, if it belongs to an instant: the settled release of
    /// its title before, or the latest earlier stage.
    private List<ReportedRelease> before(ReportedRelease row, Instant instant) {
        Map.Entry<Instant, List<ReportedRelease>> before = (stages.isEmpty() ? title(row) : stages).lowerEntry(instant);
        return before == null ? List.of() : before.getValue();
    }

    /// The settled release of a row's title after an instant, within one and a half periods.
    private List<ReportedRelease> after(ReportedRelease row, Instant instant) {
        Map.Entry<Instant, List<ReportedRelease>> after = title(row).higherEntry(instant);
        return after == null || after.getKey().isAfter(instant.plus(halfPeriod.multipliedBy(3)))
                ? List.of()
                : after.getValue();
    }

    private static boolean follows(ReportedRelease row, List<ReportedRelease> earlier) {
        return earlier.stream().anyMatch(other -> RowContent.bothEqual(row.previous(), other.actual()));
    }
}
