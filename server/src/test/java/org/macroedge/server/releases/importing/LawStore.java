package org.macroedge.server.releases.importing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.exports.ExportText;
import org.macroedge.server.exports.ExportedReleases;
import org.macroedge.server.exports.Exports;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.releases.KnownReleases;
import org.macroedge.server.releases.PlannedRelease;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.surprises.HistoryGrid;

/// A store for laws: takes batches of rows, and tells everything that it answers as text.
final class LawStore implements AutoCloseable {

    static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private final SteppedClock clock = new SteppedClock(NEW_YEAR);
    private final Database database = TestDatabase.fresh();
    private final TestStore store = TestStore.of(database, CATALOGUE, clock);

    /// What a store answers; batch numbers, fact numbers and record times left out.
    ///
    /// @param releases with their ids
    /// @param planned releases with their captured schedules and forecasts
    /// @param exports of releases, surprises and bias, the last with the ids of runs
    record Answers(List<String> releases, List<String> planned, List<String> exports) {

        /// Without the ids, which are names that the first batch gives.
        Answers withoutIds() {
            return new Answers(unnamed(releases), unnamed(planned), exports);
        }

        private static List<String> unnamed(List<String> lines) {
            return lines.stream()
                    .map(line -> line.replaceAll("@[0-9.-]+", ""))
                    .sorted()
                    .toList();
        }
    }

    /// What an import says of its rows, without where they stand.
    record Report(List<Long> counts, List<String> quarantine, List<String> findings) {

        static Report of(ImportOutcome outcome) {
            return new Report(
                    List.of(
                            outcome.counts().read(),
                            outcome.counts().imported(),
                            outcome.counts().unchanged(),
                            outcome.counts().corrected(),
                            outcome.counts().revised(),
                            outcome.counts().quarantined(),
                            outcome.counts().revisionsFound(),
                            outcome.counts().repaired()),
                    outcome.quarantine().stream()
                            .map(reason -> reason.reason() + " " + reason.count())
                            .toList(),
                    outcome.findings().stream()
                            .map(finding -> finding.kind() + " " + finding.detail() + " " + finding.count())
                            .toList());
        }
    }

    /// Sets the clock. A new store is at the beginning of 2026.
    void moveTo(Instant now) {
        clock.now = now;
    }

    ImportOutcome load(String source, List<ReportedRelease> rows) {
        return run(source, rows, false);
    }

    ImportOutcome dryRun(String source, List<ReportedRelease> rows) {
        return run(source, rows, true);
    }

    private ImportOutcome run(String source, List<ReportedRelease> rows, boolean dryRun) {
        List<RowResult> results =
                rows.stream().<RowResult>map(RowResult.Mapped::new).toList();
        MemoryAdapter adapter = new MemoryAdapter(source, results);
        return store.imports()
                .run(
                        new ReportedBatch(BatchKind.CALENDAR, "none", List.of("rows.csv"), adapter, dryRun),
                        ImportProgress.SILENT);
    }

    void undo(long batch) {
        store.imports().undo(batch);
    }

    KnownReleases known() {
        return store.facts().asKnown(null);
    }

    /// The quarantined rows in force, without their batch.
    List<String> quarantine() {
        return store.imports().quarantine(null).stream()
                .map(row -> row.reason() + " " + row.raw())
                .sorted()
                .toList();
    }

    Answers answers() {
        KnownReleases known = known();
        return new Answers(
                known.releases().stream()
                        .map(release -> text(release) + " stated=" + known.statedDate(release))
                        .toList(),
                known.planned().stream().map(LawStore::text).sorted().toList(),
                exports(known));
    }

    private List<String> exports(KnownReleases known) {
        Exports exports = store.get(Exports.class);
        Query all = new Query(null, null);
        if (known.releases().isEmpty()) {
            return List.of(ExportText.of(exports.importable(all, ExportedReleases.ALL)));
        }
        Instant last = known.releases().getLast().releasedAt();
        return List.of(
                ExportText.of(exports.importable(all, ExportedReleases.ALL)),
                ExportText.of(exports.surprises(all, ExportedReleases.ALL)),
                ExportText.of(exports.bias(
                        new Query(last, null).with("default"),
                        null,
                        last.minus(200, ChronoUnit.DAYS),
                        last,
                        HistoryGrid.RELEASE)));
    }

    private static String text(ObservedRelease release) {
        return String.join(
                " ",
                release.releaseId().value(),
                release.releasedAt().toString(),
                String.valueOf(release.period()),
                String.valueOf(release.periodDeclared()),
                release.actual().toPlainString(),
                String.valueOf(release.previous()),
                release.source(),
                forecasts(release.forecasts()),
                CaseFacts.text(release.marks()));
    }

    private static String text(PlannedRelease release) {
        return release.releaseId()
                + release.schedules().stream()
                        .map(schedule -> " " + schedule.source() + " " + schedule.scheduledAt() + " "
                                + seconds(schedule.capturedAt()) + " " + schedule.period() + " " + schedule.localDate()
                                + " " + schedule.dateOnly() + " " + schedule.eventId())
                        .collect(Collectors.joining(","))
                + " " + forecasts(release.forecasts()) + " " + release.releasedAt();
    }

    private static String forecasts(List<ObservedForecast> forecasts) {
        return forecasts.stream()
                .map(forecast -> forecast.kind().code() + " " + forecast.source() + " "
                        + forecast.value().toPlainString() + " " + seconds(forecast.capturedAt()) + " "
                        + forecast.spread())
                .sorted(Comparator.naturalOrder())
                .toList()
                .toString();
    }

    private static @Nullable Instant seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() {
        database.close();
    }

    private static final class SteppedClock extends Clock {
        private Instant now;

        SteppedClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
