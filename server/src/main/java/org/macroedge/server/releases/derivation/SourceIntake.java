package org.macroedge.server.releases.derivation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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

/// Adds what one source states to the releases that better sources gave, batch by batch.
///
/// Rows of one batch are taken in the order of their captures, those of a history first: who captured the
/// same thing twice corrects it.
final class SourceIntake {

    private final Indicator indicator;
    private final String source;
    private final List<ReleaseDraft> releases;
    private final List<SetAside> setAside = new ArrayList<>();
    private final Duration halfPeriod;

    /// @param releases of better sources; receives new ones
    SourceIntake(Indicator indicator, String source, List<ReleaseDraft> releases) {
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
        return statements.batches().stream()
                .map(batch -> new Batch(batch, reported, findings).take(spills))
                .toList();
    }

    /// One batch on its way in.
    private final class Batch {

        private final StatedBatch batch;
        private final ReportedRows reported;
        private final FindingCollector contradictions;
        private final FindingCollector findings;
        private final Map<RowOutcome, Long> outcomes = new EnumMap<>(RowOutcome.class);
        private final List<SetAside> refused = new ArrayList<>();
        private final List<Statement> released = new ArrayList<>();

        Batch(StatedBatch batch, ReportedRows reported, FindingCollector findings) {
            this.batch = batch;
            this.reported = reported;
            this.contradictions = findings;
            this.findings = reported.is(batch) ? findings : new FindingCollector();
        }

        BatchResult take(SpillResolver spills) {
            Map<Instant, List<Statement>> steps = batch.statements().stream()
                    .flatMap(statement -> placed(statement, spills).stream())
                    .collect(Collectors.groupingBy(
                            statement -> statement.row().capturedAt().orElse(Instant.MIN),
                            TreeMap::new,
                            Collectors.toList()));
            steps.values().forEach(this::takeStep);
            setAside.addAll(refused);
            return new BatchResult(outcomes, refused, released);
        }

        private Optional<Statement> placed(Statement statement, SpillResolver spills) {
            ReportedRelease row = statement.row();
            SpillResolver.Verdict verdict = spills.of(row);
            if (verdict == SpillResolver.Verdict.UNPROVEN) {
                refuse(statement, RowMessage.SPILL_UNPROVEN, row.instant());
                return Optional.empty();
            }
            if (verdict == SpillResolver.Verdict.STAYS) {
                return Optional.of(statement);
            }
            findings.add(FindingKind.SPILLED_ROW, "", row, "spill");
            if (verdict == SpillResolver.Verdict.REPEATS) {
                count(RowOutcome.UNCHANGED, 1);
                return Optional.empty();
            }
            return Optional.of(new Statement(statement.number(), row.movedToSpillTarget()));
        }

        private void takeStep(List<Statement> statements) {
            List<RowMerger.Merged> merged = new RowMerger(indicator, findings)
                    .merge(statements.stream()
                            .filter(statement -> statement.row().actual() != null)
                            .toList());
            List<Statement> rows = withoutTwoFigures(merged);
            ReleaseMatch before = new ReleaseMatch(source, halfPeriod, releases);
            Map<Statement, ReleaseDraft> found = before.released(rows);
            for (Statement statement : rows) {
                ReleaseDraft release = found.get(statement);
                if (release != null) {
                    reportDifference(statement.row(), release);
                    add(statement, release);
                } else {
                    open(statement, before);
                }
            }
            schedule(statements.stream()
                    .filter(statement -> statement.row().actual() == null)
                    .sorted(RowContent.ORDER)
                    .toList());
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

        private void open(Statement statement, ReleaseMatch before) {
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
                add(statement, opened());
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

        private ReleaseDraft opened() {
            ReleaseDraft release = new ReleaseDraft();
            releases.add(release);
            return release;
        }

        private void schedule(List<Statement> ascending) {
            if (ascending.isEmpty()) {
                return;
            }
            ReleaseMatch match = new ReleaseMatch(source, halfPeriod, releases);
            for (Statement statement : ascending) {
                ReleaseDraft release = match.scheduled(statement.row()).orElseGet(this::opened);
                add(statement, release);
                match.place(release);
            }
        }

        private void add(Statement statement, ReleaseDraft release) {
            ReportedRelease row = statement.row();
            boolean wasReleased = release.isReleased();
            release.note(batch.batch(), statement);
            SourceRecord record = release.of(source);
            RowOutcome outcome = RowOutcome.UNCHANGED;
            if (row.actual() != null) {
                outcome = record.print(statement);
                if (outcome != RowOutcome.UNCHANGED) {
                    released.add(statement);
                }
            }
            if (row.actual() == null ? !wasReleased : row.scheduleCapturedAt() != null) {
                outcome = outcome.strongest(record.schedule(capture(row, row.scheduleCapturedAt()), statement));
            }
            for (ReportedForecast forecast : row.forecasts()) {
                outcome = outcome.strongest(record.forecast(forecast, capture(row, forecast.capturedAt()), statement));
            }
            count(outcome, 1);
        }

        private Capture capture(ReportedRelease row, @Nullable Instant stated) {
            return stated == null && row.instant().isAfter(batch.startedAt())
                    ? Capture.by(batch)
                    : Capture.stated(stated);
        }

        private void count(RowOutcome outcome, long rows) {
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
