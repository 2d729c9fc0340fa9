package org.macroedge.server.releases.derivation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.releases.Forecast;
import org.macroedge.server.releases.Print;
import org.macroedge.server.releases.Schedule;
import org.macroedge.server.releases.intake.FindingCollector;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Derives the releases of one indicator from everything that sources in force state about it.
///
/// Sources are taken by descending precedence, the captures of a source in the order of their instants, and its
/// other rows batch by batch. So the same statements give the same releases whichever source or capture was
/// imported first, and a batch that was undone leaves nothing behind.
public final class ReleaseDerivation {

    private static final long NO_BATCH = -1;

    private final Indicator indicator;
    private final long reported;
    private final Runnable checkpoint;
    private final FindingCollector findings = new FindingCollector();
    private final List<BatchResult> results = new ArrayList<>();

    /// @param reported the batch whose findings and row outcomes are wanted
    /// @param checkpoint is called while it goes on, and may fail
    public ReleaseDerivation(Indicator indicator, long reported, Runnable checkpoint) {
        this.indicator = indicator;
        this.reported = reported;
        this.checkpoint = checkpoint;
    }

    /// For releases alone.
    public ReleaseDerivation(Indicator indicator) {
        this(indicator, NO_BATCH, () -> {});
    }

    /// Derives the releases.
    ///
    /// @param sources by descending precedence, each with its statements in force
    /// @param earlierStages what they state about the indicator's earlier stages, where `previous` refers to
    /// these
    public DerivedReleases derive(List<SourceStatements> sources, List<SourceStatements> earlierStages) {
        List<ReleaseDraft> releases = new ArrayList<>();
        List<SetAside> setAside = new ArrayList<>();
        ReportedRows wanted = new ReportedRows(reported, sources);
        for (SourceStatements statements : sources) {
            SourceIntake intake = new SourceIntake(indicator, statements.source(), releases, checkpoint);
            List<BatchResult> taken =
                    intake.take(statements, rows(statements.source(), earlierStages), wanted, findings);
            for (int index = 0; index < taken.size(); index++) {
                if (statements.batches().get(index).batch() == reported) {
                    results.add(taken.get(index));
                }
            }
            setAside.addAll(intake.setAside());
        }
        return facts(new ReleaseNames(indicator).of(releases), setAside);
    }

    private static List<ReportedRelease> rows(String source, List<SourceStatements> stated) {
        return stated.stream()
                .filter(statements -> statements.source().equals(source))
                .flatMap(statements -> statements.batches().stream())
                .flatMap(batch -> batch.statements().stream())
                .map(Statement::row)
                .toList();
    }

    /// What became of the rows of the batch reported.
    public List<BatchResult> results() {
        return List.copyOf(results);
    }

    /// What was found in the batch reported.
    public FindingCollector findings() {
        return findings;
    }

    private static DerivedReleases facts(Map<ReleaseDraft, ReleaseId> named, List<SetAside> setAside) {
        List<Print> prints = new ArrayList<>();
        List<Schedule> schedules = new ArrayList<>();
        List<Forecast> forecasts = new ArrayList<>();
        named.forEach((release, id) -> release.sources().forEach((source, record) -> {
            record.print().ifPresent(row -> prints.add(print(id, source, row, record)));
            record.schedules().forEach(schedule -> schedules.add(schedule(id, source, schedule)));
            record.forecasts().forEach(forecast -> forecasts.add(forecast(id, source, forecast)));
        }));
        return new DerivedReleases(prints, schedules, forecasts, setAside);
    }

    private static Print print(ReleaseId id, String source, ReportedRelease row, SourceRecord record) {
        return new Print(
                0,
                id,
                source,
                row.instant(),
                Objects.requireNonNull(row.actual()),
                row.previous(),
                row.period(),
                row.localDate(),
                row.eventId(),
                marks(row, record.isCorrected()),
                record.prints().stream().map(Statement::number).toList());
    }

    private static Schedule schedule(ReleaseId id, String source, SourceRecord.StatedSchedule schedule) {
        ReportedRelease row = schedule.statement().row();
        return new Schedule(
                0,
                id,
                source,
                schedule.capture().storedInstant(),
                schedule.capture().batch(),
                row.instant(),
                row.period(),
                row.localDate(),
                row.dateOnly(),
                row.eventId(),
                schedule.statement().number());
    }

    private static Forecast forecast(ReleaseId id, String source, SourceRecord.StatedForecast forecast) {
        return new Forecast(
                0,
                id,
                source,
                forecast.kind(),
                forecast.capture().storedInstant(),
                forecast.capture().batch(),
                forecast.value(),
                forecast.spread(),
                forecast.statement().number());
    }

    private static Set<Mark> marks(ReportedRelease row, boolean corrected) {
        Set<Mark> marks = EnumSet.of(Mark.IMPORTED);
        if (row.dateOnly()) {
            marks.add(Mark.DATE_ONLY);
        } else if (row.shifted() || row.localDate() != null) {
            marks.add(Mark.CATALOGUE_TIME);
        }
        if (row.scheduleTime()) {
            marks.add(Mark.SCHEDULE_TIME);
        }
        if (corrected) {
            marks.add(Mark.CORRECTED);
        }
        return marks;
    }
}
