package org.macroedge.server.releases.derivation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ReportedRelease;

/// A release while its rows are gathered.
final class ReleaseDraft {

    /// By descending precedence: better sources are gathered first.
    private final Map<String, SourceRecord> sources = new LinkedHashMap<>();
    private long firstBatch = Long.MAX_VALUE;
    private @Nullable Statement named;
    private @Nullable Statement opening;

    /// What a source says, to be added to.
    SourceRecord of(String source) {
        return sources.computeIfAbsent(source, name -> new SourceRecord());
    }

    /// What a source says; empty where it says nothing.
    Optional<SourceRecord> said(String source) {
        return Optional.ofNullable(sources.get(source));
    }

    Map<String, SourceRecord> sources() {
        return sources;
    }

    /// Notes that a batch speaks of this release.
    void note(SaidStatement said) {
        if (opening == null) {
            opening = said.statement();
        }
        if (said.batch().batch() < firstBatch) {
            firstBatch = said.batch().batch();
            named = said.statement();
        }
    }

    /// The first batch that speaks of it.
    long firstBatch() {
        return firstBatch;
    }

    /// The row that it is named after: the first that its first batch has.
    Statement named() {
        return Objects.requireNonNull(named);
    }

    /// The row that opened it, whichever batch brought it.
    Statement opening() {
        return Objects.requireNonNull(opening);
    }

    private Stream<ReportedRelease> prints() {
        return printed().map(Statement::row);
    }

    private Stream<Statement> printed() {
        return sources.values().stream().flatMap(record -> record.printed().stream());
    }

    /// The row of the best source that has an actual, as it was stated.
    Optional<Statement> bestPrinted() {
        return printed().findFirst();
    }

    /// What the best source that has a schedule announced last; else the row that opened it.
    Statement announced() {
        return sources.values().stream()
                .flatMap(record -> record.scheduled().stream())
                .findFirst()
                .orElseGet(this::opening);
    }

    /// The row of a source with the actual in force.
    Optional<ReportedRelease> print(String source) {
        return said(source).flatMap(SourceRecord::print);
    }

    /// The row of the best source that has an actual.
    Optional<ReportedRelease> bestPrint() {
        return prints().findFirst();
    }

    /// The rows with the actual in force of every source but one, the best source's first.
    Stream<Statement> printsOfOthers(String source) {
        return sources.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(source))
                .map(entry -> entry.getValue().prints())
                .filter(prints -> !prints.isEmpty())
                .map(List::getLast);
    }

    boolean isReleased() {
        return bestPrint().isPresent();
    }

    /// Whether it was released by an instant; null for a history, which knows every release.
    boolean isReleasedBy(@Nullable Instant captured) {
        return captured == null
                ? isReleased()
                : prints().anyMatch(print -> !print.instant().isAfter(captured));
    }

    /// Whether a source has a schedule of it.
    boolean isScheduledBy(String source) {
        return said(source).filter(record -> !record.schedules().isEmpty()).isPresent();
    }

    /// Where rows of a source are compared with it: at the source's own print, else the best print, else the
    /// source's own schedule, else the best schedule.
    Instant instant(String source) {
        return print(source)
                .or(this::bestPrint)
                .or(() -> said(source).flatMap(SourceRecord::schedule))
                .or(() -> sources.values().stream()
                        .flatMap(record -> record.schedule().stream())
                        .findFirst())
                .orElseGet(() -> opening().row())
                .instant();
    }

    /// The period that the best source which declares one declares.
    Optional<LocalDate> declaredPeriod() {
        return sources.values().stream()
                .flatMap(SourceRecord::rows)
                .map(ReportedRelease::period)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// Whether a row declares no other period than this release does.
    boolean allowsPeriod(ReportedRelease row) {
        return row.period() == null
                || declaredPeriod().map(row.period()::equals).orElse(true);
    }

    /// Whether a source calls it by this event id.
    boolean isEvent(String source, String eventId) {
        return said(source).filter(record -> record.isEvent(eventId)).isPresent();
    }

    /// Whether any source gives it the figures of a row.
    boolean hasFigures(ReportedRelease row) {
        return prints().anyMatch(print -> RowContent.equalFigures(print, row));
    }
}
