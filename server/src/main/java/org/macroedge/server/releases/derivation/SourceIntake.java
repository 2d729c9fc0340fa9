package org.macroedge.server.releases.derivation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.releases.intake.FindingCollector;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.intake.ReportedForecast;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowMessage;
import org.macroedge.server.releases.intake.RowOutcome;

/// Adds what one source states to the releases that better sources gave, in the order of [IntakeSteps].
///
/// Which batch brought a capture never decides, except between two that name the same instant: the later
/// batch corrects the earlier one.
final class SourceIntake {

    private final Indicator indicator;
    private final String source;
    private final List<ReleaseDraft> releases;
    private final List<SetAside> setAside = new ArrayList<>();
    private final Duration halfPeriod;
    private final Runnable checkpoint;

    /// @param releases of better sources; receives new ones
    /// @param checkpoint is called before each step
    SourceIntake(Indicator indicator, String source, List<ReleaseDraft> releases, Runnable checkpoint) {
        this.checkpoint = checkpoint;
        this.indicator = indicator;
        this.source = source;
        this.releases = releases;
        this.halfPeriod = Duration.ofSeconds(
                (long) (indicator.shortestPeriodDays() * Duration.ofDays(1).toSeconds() / 2));
    }

    /// Takes batches in.
    ///
    /// @param reported whose findings are wanted: what its own rows show, and rows of this source that
    /// contradict one of its rows
    /// @return what became of the rows of each batch
    List<BatchResult> take(
            SourceStatements statements,
            List<ReportedRelease> earlierStages,
            ReportedRows reported,
            FindingCollector findings) {
        SpillResolver spills = new SpillResolver(halfPeriod, statements.batches(), earlierStages);
        Map<Long, Batch> batches = new LinkedHashMap<>();
        List<SaidStatement> said = new ArrayList<>();
        Instant readAt = Instant.MIN;
        for (StatedBatch stated : statements.batches()) {
            readAt = stated.startedAt().isAfter(readAt) ? stated.startedAt() : readAt;
            Batch batch = new Batch(reported.is(stated), reported, findings);
            batches.put(stated.batch(), batch);
            for (Statement statement : stated.statements()) {
                Statement placed = batch.placed(statement, spills);
                if (placed != null) {
                    said.add(new SaidStatement(stated, readAt, placed));
                }
            }
        }
        IntakeSteps.of(said).forEach(step -> takeStep(step, batches));
        batches.values().forEach(batch -> setAside.addAll(batch.refused));
        return batches.values().stream().map(Batch::result).toList();
    }

    private void takeStep(List<SaidStatement> step, Map<Long, Batch> batches) {
        checkpoint.run();
        Map<Long, List<SaidStatement>> released = step.stream()
                .filter(statement -> statement.row().actual() != null)
                .collect(Collectors.groupingBy(
                        statement -> statement.batch().batch(), TreeMap::new, Collectors.toList()));
        released.forEach((batch, rows) -> batch(batches, batch).release(rows));
        List<SaidStatement> scheduled = step.stream()
                .filter(statement -> statement.row().actual() == null)
                .toList();
        schedule(scheduled, batches);
    }

    private static Batch batch(Map<Long, Batch> batches, long number) {
        return Objects.requireNonNull(batches.get(number));
    }

    private void schedule(List<SaidStatement> step, Map<Long, Batch> batches) {
        if (step.isEmpty()) {
            return;
        }
        AnnouncementMatch match = new AnnouncementMatch(source, halfPeriod, releases);
        for (List<SaidStatement> together : Announcements.of(step, match.reach())) {
            Batch batch = batch(batches, together.getFirst().batch().batch());
            List<SaidStatement> distinct = Announcements.distinct(together);
            Map<SaidStatement, ReleaseDraft> found = match.of(distinct);
            for (SaidStatement statement : distinct) {
                ReleaseDraft release = found.containsKey(statement) ? found.get(statement) : opened();
                batch.add(statement, release);
                match.place(release);
            }
            batch.count(RowOutcome.UNCHANGED, together.size() - distinct.size());
        }
    }

    private ReleaseDraft opened() {
        ReleaseDraft release = new ReleaseDraft();
        releases.add(release);
        return release;
    }

    /// One batch on its way in.
    private final class Batch {

        private final ReportedRows reported;
        private final FindingCollector contradictions;
        private final FindingCollector findings;
        private final Map<RowOutcome, Long> outcomes = new EnumMap<>(RowOutcome.class);
        private final List<SetAside> refused = new ArrayList<>();
        private final List<Statement> released = new ArrayList<>();

        /// @param wanted whether findings about its rows are
        Batch(boolean wanted, ReportedRows reported, FindingCollector findings) {
            this.reported = reported;
            this.contradictions = findings;
            this.findings = wanted ? findings : new FindingCollector();
        }

        BatchResult result() {
            return new BatchResult(outcomes, refused, released);
        }

        /// The row where it belongs; null where it does not count.
        @Nullable
        Statement placed(Statement statement, SpillResolver spills) {
            ReportedRelease row = statement.row();
            SpillResolver.Verdict verdict = spills.of(row);
            if (verdict == SpillResolver.Verdict.UNPROVEN) {
                refuse(statement, RowMessage.SPILL_UNPROVEN, row.instant());
                return null;
            }
            if (verdict == SpillResolver.Verdict.STAYS) {
                return statement;
            }
            findings.add(FindingKind.SPILLED_ROW, "", row, "spill");
            if (verdict == SpillResolver.Verdict.REPEATS) {
                count(RowOutcome.UNCHANGED, 1);
                return null;
            }
            return new Statement(statement.number(), row.movedToSpillTarget());
        }

        /// Takes rows with an actual in that were said together.
        void release(List<SaidStatement> rows) {
            List<RowMerger.Merged> merged = new RowMerger(indicator, findings)
                    .merge(rows.stream().map(SaidStatement::statement).toList());
            List<Statement> kept = withoutTwoFigures(merged);
            ReleaseMatch before = new ReleaseMatch(source, halfPeriod, releases);
            Map<Statement, ReleaseDraft> found = before.released(kept);
            SaidStatement any = rows.getFirst();
            for (Statement statement : kept) {
                SaidStatement taken = new SaidStatement(any.batch(), any.readAt(), statement);
                ReleaseDraft release = found.get(statement);
                if (release != null) {
                    reportDifference(statement.row(), release);
                    add(taken, release);
                } else {
                    open(taken, before);
                }
            }
        }

        /// Without the rows of one instant whose figures are neither those of several declared periods nor
        /// one chain.
        private List<Statement> withoutTwoFigures(List<RowMerger.Merged> merged) {
            Map<Instant, List<RowMerger.Merged>> byInstant = merged.stream()
                    .collect(
                            Collectors.groupingBy(rows -> rows.statement().row().instant()));
            Map<Instant, FiguresTogether> several = new HashMap<>();
            byInstant.forEach((instant, together) -> {
                if (together.size() > 1 && !FiguresTogether.isCatchUp(together)) {
                    several.put(instant, FiguresTogether.of(together));
                }
            });
            List<Statement> kept = new ArrayList<>();
            for (RowMerger.Merged rows : merged) {
                FiguresTogether figures = several.get(rows.statement().row().instant());
                if (figures == null) {
                    kept.add(rows.statement());
                    count(RowOutcome.UNCHANGED, rows.members().size() - 1L);
                } else {
                    String others = figures.others(rows);
                    rows.members().forEach(member -> refuse(member, RowMessage.TWO_FIGURES_IN_FILES, others));
                }
            }
            return kept;
        }

        private void refuse(Statement statement, RowMessage message, Object... values) {
            refused.add(new SetAside(statement, message.reason(), message.text(values)));
        }

        private void reportDifference(ReportedRelease row, ReleaseDraft release) {
            Optional<ReportedRelease> own = release.print(source);
            Optional<Statement> best = release.printsOfOthers(source)
                    .findFirst()
                    .filter(other -> !RowContent.equal(other.row().actual(), row.actual())
                            && !RowContent.equal(other.row().previous(), row.previous()));
            if (own.isEmpty() && best.isPresent()) {
                (reported.have(best.get()) ? contradictions : findings)
                        .add(FindingKind.DIFFERENT_FIGURES, "", row, null);
            }
            if (own.filter(print -> !print.instant().equals(row.instant())).isPresent()) {
                findings.add(FindingKind.MOVED_RELEASE, "", row, "time");
            }
        }

        private void open(SaidStatement said, ReleaseMatch before) {
            Statement statement = said.statement();
            ReportedRelease row = statement.row();
            Optional<ReportedRelease> own = before.ownFigure(row)
                    .filter(stored ->
                            !Chain.links(figure(row), figure(stored)) && !Chain.links(figure(stored), figure(row)));
            Optional<Statement> better = before.betterFigure(row);
            if (own.isPresent()) {
                refuse(
                        statement,
                        RowMessage.TWO_FIGURES_IN_STORE,
                        String.valueOf(own.get().actual()),
                        own.get().file(),
                        own.get().line());
            } else if (better.isPresent()) {
                refuseSecondFigure(statement, better.get());
            } else {
                add(said, opened());
            }
        }

        private void refuseSecondFigure(Statement statement, Statement better) {
            refuse(
                    statement,
                    RowMessage.SECOND_FIGURE,
                    better.row().source(),
                    String.valueOf(better.row().actual()),
                    better.row().instant());
            if (reported.have(better)) {
                contradictions.add(FindingKind.SECOND_FIGURE, "", statement.row(), null);
            }
        }

        void add(SaidStatement said, ReleaseDraft release) {
            ReportedRelease row = said.row();
            Statement statement = said.statement();
            Capture scheduled = said.capture(row.scheduleCapturedAt());
            boolean announces = row.actual() == null
                    ? !release.isReleasedBy(scheduled.instant())
                    : row.scheduleCapturedAt() != null;
            release.note(said);
            SourceRecord record = release.of(source);
            RowOutcome outcome = RowOutcome.UNCHANGED;
            if (row.actual() != null) {
                outcome = record.print(said);
                if (outcome != RowOutcome.UNCHANGED) {
                    released.add(statement);
                }
            }
            if (announces) {
                outcome = outcome.strongest(record.schedule(scheduled, statement));
            }
            for (ReportedForecast forecast : row.forecasts()) {
                outcome = outcome.strongest(record.forecast(forecast, said.capture(forecast.capturedAt()), statement));
            }
            count(outcome, 1);
        }

        void count(RowOutcome outcome, long rows) {
            outcomes.merge(outcome, rows, Long::sum);
        }
    }

    /// Rows that do not count.
    List<SetAside> setAside() {
        return setAside;
    }

    static Chain.Figure figure(ReportedRelease row) {
        return new Chain.Figure(Objects.requireNonNull(row.actual()), row.previous());
    }
}
