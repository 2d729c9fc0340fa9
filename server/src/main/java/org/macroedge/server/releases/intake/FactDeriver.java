package org.macroedge.server.releases.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;

/// Derives the facts of rows whose releases are found: what the store does not have is added, what it has is
/// confirmed.
final class FactDeriver {

    private final Indicator indicator;
    private final String source;
    private final Set<ReleaseId> ids;
    private final FactCollector facts;
    private final FactNumbers confirmed;
    private final NavigableMap<Instant, Print> known = new TreeMap<>();
    private final List<Print> brought = new ArrayList<>();

    FactDeriver(
            Indicator indicator,
            String source,
            ReleaseCandidates.OfIndicator stored,
            FactCollector facts,
            FactNumbers confirmed) {
        this.indicator = indicator;
        this.source = source;
        this.ids = new HashSet<>(stored.ids());
        this.facts = facts;
        this.confirmed = confirmed;
        stored.inForce()
                .forEach(release -> release.print(source).ifPresent(print -> known.put(print.knownAt(), print)));
    }

    /// Derives the facts of a row; a release without an id is given one.
    ///
    /// A row without an actual states a schedule. So does a row with an actual where its source says when the
    /// schedule was captured. A spilled row adds nothing to a release that its source has already printed.
    RowOutcome derive(ReportedRelease row, ReleaseCandidate release) {
        ReleaseId id = release.id().orElseGet(() -> name(row, release));
        boolean yields = row.spilled() && release.print(source).isPresent();
        RowOutcome outcome = RowOutcome.UNCHANGED;
        if (row.actual() != null && !yields) {
            outcome = print(row, release, id);
        }
        if (row.actual() == null || row.scheduleCapturedAt() != null) {
            outcome = outcome.strongest(schedule(row, release, id));
        }
        if (!yields) {
            for (ReportedForecast forecast : row.forecasts()) {
                outcome = outcome.strongest(forecast(row, forecast, release, id));
            }
        }
        return outcome;
    }

    private ReleaseId name(ReportedRelease row, ReleaseCandidate release) {
        LocalDate date = row.localDate() != null ? row.localDate() : indicator.localDate(row.instant());
        ReleaseId first = ReleaseId.of(indicator.id(), date);
        ReleaseId id = first;
        for (int number = 2; !ids.add(id); number++) {
            id = first.numbered(number);
        }
        release.name(id);
        facts.addRelease(id);
        return id;
    }

    private RowOutcome print(ReportedRelease row, ReleaseCandidate release, ReleaseId id) {
        Optional<Print> stored = release.print(source);
        RowOutcome outcome = stored.map(print -> difference(print, row)).orElse(RowOutcome.IMPORTED);
        if (outcome == RowOutcome.UNCHANGED) {
            confirmed.add(stored.orElseThrow().fact());
            return outcome;
        }
        facts.change(indicator.id(), row.instant(), release.earliest());
        Print print = facts.addPrint(fact -> new Print(
                fact,
                id,
                source,
                row.instant(),
                Objects.requireNonNull(row.actual()),
                row.previous(),
                row.period(),
                row.localDate(),
                row.eventId(),
                marks(row)));
        release.add(print);
        brought.add(print);
        known.put(print.knownAt(), print);
        return outcome;
    }

    private static RowOutcome difference(Print print, ReportedRelease row) {
        if (!RowOrder.equal(print.actual(), row.actual())
                || !print.knownAt().equals(row.instant())
                || !Objects.equals(print.period(), row.period())) {
            return RowOutcome.CORRECTED;
        }
        return RowOrder.equal(print.previous(), row.previous()) ? RowOutcome.UNCHANGED : RowOutcome.REVISED;
    }

    private RowOutcome schedule(ReportedRelease row, ReleaseCandidate release, ReleaseId id) {
        Optional<Schedule> stored = release.schedule(source, row.scheduleCapturedAt());
        if (stored.filter(schedule -> schedule.scheduledAt().equals(row.instant()))
                .isPresent()) {
            confirmed.add(stored.orElseThrow().fact());
            return RowOutcome.UNCHANGED;
        }
        facts.change(indicator.id(), row.instant(), release.earliest());
        release.add(facts.addSchedule(fact -> new Schedule(
                fact,
                id,
                source,
                row.scheduleCapturedAt(),
                row.instant(),
                row.period(),
                row.localDate(),
                row.dateOnly(),
                row.eventId())));
        return RowOutcome.IMPORTED;
    }

    private RowOutcome forecast(
            ReportedRelease row, ReportedForecast reported, ReleaseCandidate release, ReleaseId id) {
        Optional<Forecast> stored = release.forecast(source, reported.kind(), reported.capturedAt());
        if (stored.filter(forecast -> RowOrder.equal(forecast.value(), reported.value()))
                .isPresent()) {
            confirmed.add(stored.orElseThrow().fact());
            return RowOutcome.UNCHANGED;
        }
        facts.change(indicator.id(), row.instant(), release.earliest());
        release.add(facts.addForecast(
                fact -> new Forecast(fact, id, source, reported.kind(), reported.capturedAt(), reported.value())));
        return stored.isPresent() ? RowOutcome.CORRECTED : RowOutcome.IMPORTED;
    }

    /// Counts revisions: a previous value other than the actual of the release before, where `previous` refers to
    /// the prior period's figure.
    void countRevisions() {
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

    private static Set<Mark> marks(ReportedRelease row) {
        Set<Mark> marks = EnumSet.of(Mark.IMPORTED);
        if (row.dateOnly()) {
            marks.add(Mark.DATE_ONLY);
        } else if (row.localDate() != null) {
            marks.add(Mark.CATALOGUE_TIME);
        }
        return marks;
    }
}
