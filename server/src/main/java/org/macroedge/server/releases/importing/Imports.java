package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.FactReader;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.ChangedRegions;
import org.macroedge.server.releases.intake.FactCollector;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.intake.IndicatorRows;
import org.macroedge.server.releases.intake.Intake;
import org.macroedge.server.releases.intake.NewFacts;
import org.macroedge.server.releases.intake.ReleaseCandidates;
import org.macroedge.server.releases.intake.RowDigest;
import org.macroedge.server.releases.intake.RowSpool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores reported releases, each request as one batch and one transaction, and undoes batches.
///
/// Imports run one at a time: each waits until the one before it has ended.
public final class Imports {

    static final Instant NOW_AND_LATER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final BulkCopy copy;
    private final RecordTimes recordTimes;
    private final ChangeAnnouncer announcer;
    private final Batches batches;
    private final RowDigests digests;
    private final int rowsInMemory;

    public Imports(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            BulkCopy copy,
            RecordTimes recordTimes,
            EventLog events) {
        this(jdbc, transactions, copy, recordTimes, events, RowSpool.IN_MEMORY);
    }

    /// @param rowsInMemory the most rows of a batch that are held in memory
    Imports(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            BulkCopy copy,
            RecordTimes recordTimes,
            EventLog events,
            int rowsInMemory) {
        this.rowsInMemory = rowsInMemory;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.copy = copy;
        this.recordTimes = recordTimes;
        this.announcer = new ChangeAnnouncer(events);
        this.batches = new Batches(jdbc);
        this.digests = new RowDigests(jdbc);
    }

    /// Imports calendar files.
    ///
    /// @throws MacroEdgeException with `file-fault` where a file is not what it should be; nothing is stored then
    public ImportOutcome run(ImportRequest request, ImportProgress progress) {
        return run(request.batch(recordTimes.now()), progress);
    }

    /// Stores what an adapter delivers.
    ///
    /// @throws MacroEdgeException with `file-fault` where its input is not what it should be; nothing is stored
    /// then
    public ImportOutcome run(ReportedBatch batch, ImportProgress progress) {
        try (RowCollector rows = new RowCollector(batch.adapter().source(), progress, rowsInMemory)) {
            AdapterReport report = batch.adapter().deliver(rows);
            rows.end();
            return Objects.requireNonNull(transactions.execute(status -> {
                if (batch.dryRun()) {
                    status.setRollbackOnly();
                }
                return store(batch, rows, report, progress);
            }));
        }
    }

    private ImportOutcome store(
            ReportedBatch reported, RowCollector rows, AdapterReport report, ImportProgress progress) {
        batches.lock();
        boolean empty = batches.isEmpty();
        String source = reported.adapter().source();
        FactCollector facts = new FactCollector(batches.nextFact());
        Intake intake = new Intake(source, facts);
        long batch = reported.dryRun() ? 0 : batches.open(reported);
        FactWriter writer = new FactWriter(copy, batch);
        Map<String, RowDigest> known = digests.of(source);
        for (List<Indicator> group : rows.groups()) {
            List<IndicatorRows> unknown = intake.unknown(rows.take(group), known);
            intake.take(unknown, empty || unknown.isEmpty() ? ReleaseCandidates.none() : stored(unknown));
            progress.writing(facts.count());
            NewFacts found = facts.drain();
            if (!reported.dryRun()) {
                writer.write(found);
            }
        }
        ImportCounts counts = rows.counts(intake.outcomes(), facts.revisions());
        if (!reported.dryRun()) {
            batches.quarantine(batch, rows.faults());
            close(batch, source, intake, counts, facts);
        }
        return new ImportOutcome(
                reported.dryRun() ? null : batch,
                counts,
                report.hourOffsets(),
                QuarantineReason.of(rows.faults()),
                report.findings().stream().map(ImportFinding::of).toList());
    }

    private ReleaseCandidates stored(List<IndicatorRows> rows) {
        List<String> ids = rows.stream()
                .map(indicator -> indicator.indicator().id().value())
                .toList();
        FactReader facts = new FactReader(jdbc, ids);
        return ReleaseCandidates.of(
                facts.inForce(NOW_AND_LATER), facts.retractedFacts(NOW_AND_LATER), batches.releaseIds(ids));
    }

    private void close(long batch, String source, Intake intake, ImportCounts counts, FactCollector facts) {
        batches.factsUntil(facts.end());
        digests.forget(facts.changes().indicators());
        digests.keep(source, intake.learned());
        Instant recordedAt = recordTimes.take();
        announcer.announce(facts.changes(), batch, recordedAt);
        batches.close(batch, recordedAt, counts, facts);
    }

    /// Undoes a batch: retracts the facts that no other batch in force brought or confirmed.
    ///
    /// @return the number of the undo batch
    /// @throws MacroEdgeException with `unknown-batch`, `batch-already-undone`, or `batch-of-catalogue`:
    /// releases that an edited catalogue moved are moved back by editing it back, and would contradict it
    /// otherwise
    public long undo(long batch) {
        return Objects.requireNonNull(transactions.execute(status -> {
            batches.lock();
            return undoInOrder(batch);
        }));
    }

    private long undoInOrder(long batch) {
        BatchView undone = batches.find(batch)
                .filter(found -> found.undoes() == null)
                .orElseThrow(() -> new MacroEdgeException(
                        ProblemCode.UNKNOWN_BATCH,
                        "Import " + batch + " does not exist",
                        "",
                        "`import list` shows all imports"));
        if (BatchKind.ofCode(undone.kind()) == BatchKind.CATALOGUE) {
            throw new MacroEdgeException(
                    ProblemCode.BATCH_OF_CATALOGUE,
                    "Batch " + batch
                            + " is not an import: it moved releases to the release times of an edited catalogue",
                    "",
                    "To move them back, restore the release times in the catalogue");
        }
        if (undone.undoneBy() != null) {
            throw new MacroEdgeException(
                    ProblemCode.BATCH_ALREADY_UNDONE,
                    "Import " + batch + " was already undone by batch " + undone.undoneBy(),
                    "",
                    "To restore its rows, import the files again");
        }
        long undo = batches.openUndo(undone);
        batches.retract(batch, undo);
        ChangedRegions changed = batches.changedBy(undo);
        digests.forget(changed.indicators());
        Instant recordedAt = recordTimes.take();
        announcer.announce(changed, undo, recordedAt);
        batches.closeUndo(undo, recordedAt);
        return undo;
    }

    /// Undoes every batch of the sample that is in force.
    ///
    /// @return the numbers of the batches undone
    public List<Long> removeSample() {
        List<Long> samples = batches.all().stream()
                .filter(batch -> BatchKind.ofCode(batch.kind()) == BatchKind.SAMPLE && batch.undoneBy() == null)
                .map(BatchView::batch)
                .toList();
        samples.forEach(this::undo);
        return samples;
    }

    /// Whether nothing was ever stored.
    public boolean isEmpty() {
        return batches.isEmpty();
    }

    /// Every batch, latest first.
    public List<BatchView> list() {
        return batches.all();
    }

    /// The quarantined rows by batch and number, of every batch in force where none is named.
    public List<QuarantinedRow> quarantine(@Nullable Long batch) {
        return batches.quarantined(batch);
    }
}
