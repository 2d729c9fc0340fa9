package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.calendar.CalendarRow;

/// Takes the rows of one indicator into the facts: pure, and the same facts whatever the order of the rows, but for the
/// last of two rows of one event.
///
/// Rows that say what is known are matched first, then those with an actual, then the rest; ids are given last, in the
/// order of time.
final class IndicatorIntake {

    private final Indicator indicator;
    private final String source;
    private final ForecastKind kind;
    private final ReleaseMatch match;
    private final Set<ReleaseId> ids;
    private final NewFacts facts;
    private final FactNumbers confirmed;
    private final NavigableMap<Instant, Print> known = new TreeMap<>();
    private final List<Print> brought = new ArrayList<>();
    private final Map<CalendarRow, KnownRelease> found = new IdentityHashMap<>();
    private final Set<CalendarRow> settled = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<RowOutcome, Long> outcomes = new HashMap<>();

    /// @param stored what is known of the indicator, and every id ever given to a release of it
    /// @param confirmed takes the numbers of the stored facts that rows repeat
    IndicatorIntake(
            Indicator indicator,
            String source,
            ForecastKind kind,
            StoredReleases.OfIndicator stored,
            NewFacts facts,
            FactNumbers confirmed) {
        this.confirmed = confirmed;
        this.indicator = indicator;
        this.source = source;
        this.kind = kind;
        this.match = new ReleaseMatch(indicator, source, stored.inForce(), stored.gone());
        this.ids = new HashSet<>(stored.ids());
        this.facts = facts;
        stored.inForce().forEach(release -> release.print(source).ifPresent(one -> known.put(one.knownAt(), one)));
    }

    /// Takes the rows in, and counts what each did.
    ///
    /// @param rows in the order of the files
    Map<RowOutcome, Long> take(List<CalendarRow> rows) {
        List<CalendarRow> ordered = withoutRepetitions(RowOrder.of(withoutCopies(rows)));
        List<CalendarRow> left =
                unresolved(ordered, row -> match.identical(row).ifPresent(release -> found(row, release)));
        left = unresolved(left, this::release);
        unresolved(left, this::schedule);
        ordered.stream().filter(found::containsKey).forEach(row -> write(row, Objects.requireNonNull(found.get(row))));
        countRevisions();
        return outcomes;
    }

    /// A previous value other than the actual of the release before is a revision, where both mean the same
    /// chain.
    private void countRevisions() {
        if (indicator.previousRefersTo() != PreviousRefersTo.PRIOR_PERIOD) {
            return;
        }
        for (Print print : brought) {
            Map.Entry<Instant, Print> before = known.lowerEntry(print.knownAt());
            if (before != null
                    && print.previous() != null
                    && print.previous().compareTo(before.getValue().actual()) != 0) {
                facts.countRevision();
            }
        }
    }

    /// Of rows that say the same word for word the first is enough; how many there are then costs nothing.
    private List<CalendarRow> withoutCopies(List<CalendarRow> rows) {
        Set<Object> seen = new HashSet<>();
        List<CalendarRow> first = new ArrayList<>(rows.size());
        for (CalendarRow row : rows) {
            if (row.eventId() != null || seen.add(RowOrder.content(row))) {
                first.add(row);
            } else {
                count(RowOutcome.UNCHANGED);
            }
        }
        return first;
    }

    /// A row that repeats another, and a spilled row beside any of its instant, says nothing new; of two rows of one
    /// event the last holds.
    private List<CalendarRow> withoutRepetitions(List<CalendarRow> ordered) {
        Map<String, CalendarRow> lastOfEvent = new HashMap<>();
        for (CalendarRow row : ordered) {
            if (row.eventId() != null) {
                lastOfEvent.merge(row.eventId(), row, IndicatorIntake::later);
            }
        }
        Map<Instant, List<CalendarRow>> kept = new HashMap<>();
        List<CalendarRow> ownFirst = new ArrayList<>(ordered);
        ownFirst.sort(Comparator.comparing(CalendarRow::spilled));
        for (CalendarRow row : ownFirst) {
            List<CalendarRow> here = kept.computeIfAbsent(row.at(), at -> new ArrayList<>());
            boolean overruled = row.eventId() != null && lastOfEvent.get(row.eventId()) != row;
            if (overruled || repeats(row, here)) {
                count(RowOutcome.UNCHANGED);
            } else {
                here.add(row);
            }
        }
        return ordered.stream()
                .filter(row -> kept.getOrDefault(row.at(), List.of()).contains(row))
                .toList();
    }

    private static boolean repeats(CalendarRow row, List<CalendarRow> here) {
        return row.spilled() ? !here.isEmpty() : here.stream().anyMatch(other -> RowOrder.same(row, other));
    }

    private static CalendarRow later(CalendarRow one, CalendarRow other) {
        return one.line() > other.line() && one.file().equals(other.file()) ? one : other;
    }

    private List<CalendarRow> unresolved(List<CalendarRow> rows, Consumer<CalendarRow> resolve) {
        rows.forEach(resolve);
        return rows.stream()
                .filter(row -> !found.containsKey(row) && !settled.contains(row))
                .toList();
    }

    private void release(CalendarRow row) {
        if (row.actual() != null) {
            found(row, match.released(row).or(() -> match.returning(row)).orElseGet(() -> new KnownRelease(null)));
            match.noteReleased(row.at());
        }
    }

    private void schedule(CalendarRow row) {
        if (match.saysNothingNew(row)) {
            settled.add(row);
            count(RowOutcome.UNCHANGED);
            return;
        }
        found(row, match.scheduled(row).or(() -> match.returning(row)).orElseGet(() -> new KnownRelease(null)));
    }

    private void found(CalendarRow row, KnownRelease release) {
        release.take();
        found.put(row, release);
    }

    private void write(CalendarRow row, KnownRelease release) {
        ReleaseId id = release.id().orElseGet(() -> open(row));
        boolean spilledOverStored = row.spilled() && release.print(source).isPresent();
        RowOutcome printed = row.actual() == null || spilledOverStored ? RowOutcome.UNCHANGED : print(row, release, id);
        RowOutcome scheduled = row.actual() == null ? scheduled(row, release, id) : RowOutcome.UNCHANGED;
        RowOutcome expected =
                row.forecast() == null || spilledOverStored ? RowOutcome.UNCHANGED : forecast(row, release, id);
        count(strongest(printed, scheduled, expected));
    }

    private static RowOutcome strongest(RowOutcome... outcomes) {
        for (RowOutcome outcome : List.of(RowOutcome.CORRECTED, RowOutcome.IMPORTED, RowOutcome.REVISED)) {
            if (List.of(outcomes).contains(outcome)) {
                return outcome;
            }
        }
        return RowOutcome.UNCHANGED;
    }

    private ReleaseId open(CalendarRow row) {
        LocalDate date = row.localDate() != null
                ? row.localDate()
                : row.at().atZone(indicator.release().getFirst().zone()).toLocalDate();
        ReleaseId first = ReleaseId.of(indicator.id(), date);
        ReleaseId id = first;
        for (int number = 2; !ids.add(id); number++) {
            id = first.numbered(number);
        }
        facts.releases.add(new NewFacts.NewRelease(facts.number(), id));
        return id;
    }

    private RowOutcome print(CalendarRow row, KnownRelease release, ReleaseId id) {
        Optional<Print> stored = release.print(source);
        RowOutcome outcome = stored.map(print -> difference(print, row)).orElse(RowOutcome.IMPORTED);
        if (outcome == RowOutcome.UNCHANGED) {
            confirmed.add(stored.orElseThrow().fact());
            return outcome;
        }
        facts.changed(indicator, row.at(), release.earliest());
        Print print = new Print(
                facts.number(),
                id,
                source,
                row.at(),
                Objects.requireNonNull(row.actual()),
                row.previous(),
                row.period(),
                row.localDate(),
                row.eventId(),
                marks(row));
        facts.prints.add(print);
        brought.add(print);
        known.put(print.knownAt(), print);
        return outcome;
    }

    private static RowOutcome difference(Print print, CalendarRow row) {
        if (!RowOrder.equal(print.actual(), row.actual())
                || !print.knownAt().equals(row.at())
                || !Objects.equals(print.period(), row.period())) {
            return RowOutcome.CORRECTED;
        }
        return RowOrder.equal(print.previous(), row.previous()) ? RowOutcome.UNCHANGED : RowOutcome.REVISED;
    }

    private RowOutcome scheduled(CalendarRow row, KnownRelease release, ReleaseId id) {
        Optional<Schedule> stored = release.schedule(source);
        if (stored.filter(one -> one.scheduledAt().equals(row.at())).isPresent()) {
            confirmed.add(stored.orElseThrow().fact());
            return RowOutcome.UNCHANGED;
        }
        facts.changed(indicator, row.at(), release.earliest());
        facts.schedules.add(new Schedule(
                facts.number(),
                id,
                source,
                null,
                row.at(),
                row.period(),
                row.localDate(),
                row.dateOnly(),
                row.eventId()));
        return RowOutcome.IMPORTED;
    }

    private RowOutcome forecast(CalendarRow row, KnownRelease release, ReleaseId id) {
        Optional<Forecast> stored = release.forecast(source);
        if (stored.filter(one -> RowOrder.equal(one.value(), row.forecast())).isPresent()) {
            confirmed.add(stored.orElseThrow().fact());
            return RowOutcome.UNCHANGED;
        }
        facts.changed(indicator, row.at(), release.earliest());
        facts.forecasts.add(new Forecast(facts.number(), id, source, kind, null, row.forecast()));
        return stored.isPresent() ? RowOutcome.CORRECTED : RowOutcome.IMPORTED;
    }

    private static Set<Mark> marks(CalendarRow row) {
        Set<Mark> marks = EnumSet.of(Mark.IMPORTED);
        if (row.dateOnly()) {
            marks.add(Mark.DATE_ONLY);
        } else if (row.localDate() != null) {
            marks.add(Mark.CATALOGUE_TIME);
        }
        return marks;
    }

    private void count(RowOutcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }
}
