package org.macroedge.server.releases.importing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.audit.CurrentChange;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.releases.derivation.SetAside;
import org.macroedge.server.releases.derivation.StatementText;
import org.macroedge.server.releases.derivation.Succession;
import org.macroedge.server.releases.intake.AdapterReport;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowSpool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores reported releases, each request as one batch and one transaction, and undoes batches.
///
/// Imports run one at a time: each waits until the one before it has ended.
public final class Imports {

    static final Instant NOW_AND_LATER = Instant.parse("9999-12-31T00:00:00Z");

    private static final long NO_BATCH = 0;

    /// Free space below which no import begins.
    private static final long SPACE = 64 * DiskSpace.MEGABYTE;
    /// A row's facts, their indexes and the log of changes.
    private static final long SPACE_PER_ROW = 4_096;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final BulkCopy copy;
    private final RecordTimes recordTimes;
    private final CatalogueInForce catalogue;
    private final Clock clock;
    private final ChangeAnnouncer announcer;
    private final Batches batches;
    private final Statements statements;
    private final RowDigests digests;
    private final int rowsInMemory;
    private final ImportTurns turns = new ImportTurns();

    public Imports(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            BulkCopy copy,
            RecordTimes recordTimes,
            EventLog events,
            CatalogueInForce catalogue,
            Clock clock) {
        this(jdbc, transactions, copy, recordTimes, events, catalogue, clock, RowSpool.IN_MEMORY);
    }

    /// @param rowsInMemory the most rows of a batch that are held in memory
    Imports(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            BulkCopy copy,
            RecordTimes recordTimes,
            EventLog events,
            CatalogueInForce catalogue,
            Clock clock,
            int rowsInMemory) {
        this.rowsInMemory = rowsInMemory;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.copy = copy;
        this.recordTimes = recordTimes;
        this.catalogue = catalogue;
        this.clock = clock;
        this.announcer = new ChangeAnnouncer(events);
        this.batches = new Batches(jdbc);
        this.statements = new Statements(jdbc);
        this.digests = new RowDigests(jdbc);
    }

    /// Imports calendar files.
    ///
    /// @throws MacroEdgeException with `file-fault` where a file is not what it should be; nothing is stored
    /// then
    public ImportOutcome run(ImportRequest request, ImportProgress progress) {
        return run(request.batch(recordTimes.now()), progress, stored -> {});
    }

    /// Stores what an adapter delivers. An import of nothing new leaves no batch.
    ///
    /// @throws MacroEdgeException with `file-fault` where its input is not what it should be; nothing is stored
    /// then
    public ImportOutcome run(ReportedBatch batch, ImportProgress progress) {
        return turns.run(progress, () -> readAndStore(batch, progress, false, stored -> {}))
                .orElseThrow();
    }

    /// Stores what a request or command brings, something else with it, and its row of the audit log.
    ///
    /// @param beside is told what the batch did, as the last step of its transaction, and may fail; it is not told
    /// where no batch is left
    /// @throws MacroEdgeException with `file-fault` where its input is not what it should be; nothing is stored
    /// then
    public ImportOutcome run(ReportedBatch batch, ImportProgress progress, Consumer<ImportOutcome> beside) {
        Consumer<ImportOutcome> both =
                beside.andThen(stored -> CurrentChange.record(jdbc, Objects.requireNonNull(stored.batch())));
        return turns.run(progress, () -> readAndStore(batch, progress, false, both))
                .orElseThrow();
    }

    /// Imports calendar files into a store that never held anything. Of several processes that do so at the same time,
    /// one does.
    ///
    /// @return empty where something was stored before
    Optional<ImportOutcome> runFirst(ImportRequest request) {
        return isEmpty()
                ? turns.run(
                        ImportProgress.SILENT,
                        () -> readAndStore(request.batch(recordTimes.now()), ImportProgress.SILENT, true, stored -> {}))
                : Optional.empty();
    }

    private Optional<ImportOutcome> readAndStore(
            ReportedBatch batch, ImportProgress progress, boolean first, Consumer<ImportOutcome> beside) {
        Catalogue read = catalogue.current();
        copy.requireSpace(SPACE, "for an import");
        Succession succession = new Succession(read.indicators());
        ReleaseAdapter adapter = batch.adapter();
        try (RowCollector rows = new RowCollector(adapter.source(), succession, progress, rowsInMemory)) {
            Optional<AdapterReport> before =
                    adapter.readsTheStore() ? Optional.empty() : Optional.of(delivered(adapter, rows));
            return Objects.requireNonNull(transactions.execute(status -> {
                batches.lock();
                AdapterReport report = before.orElseGet(() -> delivered(adapter, rows));
                rows.checkUnchanged(read, catalogue.current());
                Optional<ImportOutcome> outcome = first && !batches.isEmpty()
                        ? Optional.empty()
                        : Optional.of(store(batch, rows, report, progress));
                if (outcome.map(ImportOutcome::batch).isEmpty()) {
                    status.setRollbackOnly();
                } else {
                    outcome.ifPresent(beside);
                }
                return outcome;
            }));
        }
    }

    private AdapterReport delivered(ReleaseAdapter adapter, RowCollector rows) {
        AdapterReport report = adapter.deliver(rows);
        rows.end();
        copy.requireSpace(SPACE + rows.read() * SPACE_PER_ROW, "to import these rows");
        return report;
    }

    private ImportOutcome store(
            ReportedBatch reported, RowCollector rows, AdapterReport report, ImportProgress progress) {
        String source = reported.adapter().source();
        Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<BatchStatements> inForce = batches.inForce(NO_BATCH);
        long batch = batches.open(reported);
        BatchStatements stated = new BatchStatements(batch, reported.kind(), source, startedAt, new Numbers());
        FactUpdate facts = new FactUpdate(jdbc, copy, batches, batch, reported.dryRun());
        BatchIntake intake = new BatchIntake(
                jdbc,
                copy,
                catalogue.current(),
                facts,
                stated,
                inForce,
                digests.of(source),
                reported.dryRun(),
                progress);
        for (List<Indicator> group : rows.groups()) {
            intake.take(rows.take(group));
            progress.writing(facts.added());
        }
        List<RowFault> faults = new ArrayList<>(rows.faults());
        intake.setAside().stream().map(Imports::fault).forEach(faults::add);
        RowCollector.checkFaults(faults);
        faults.sort(RowFault.BY_PLACE);
        intake.findings().addAll(report.findings());
        List<Finding> findings = intake.findings().findings();
        ImportCounts counts = rows.counts(intake.outcomes(), faults.size(), intake.revisions(), findings);
        boolean keeps = !reported.dryRun()
                && (!facts.isEmpty() || stated.adopts(inForce) || batches.hasNewFaults(source, faults));
        if (keeps) {
            batches.quarantine(batch, faults);
            statements.numbersUntil(intake.end());
            digests.forget(facts.changes().indicators());
            digests.keep(source, intake.learned());
            close(stated, facts, counts);
        }
        return new ImportOutcome(
                keeps ? batch : null,
                counts,
                report.hourOffsets(),
                QuarantineReason.of(faults),
                findings.stream().map(ImportFinding::of).toList());
    }

    private static RowFault fault(SetAside row) {
        ReportedRelease said = row.statement().row();
        return new RowFault(said.file(), said.line(), row.reason(), row.message(), StatementText.shown(said));
    }

    private void close(BatchStatements batch, FactUpdate facts, Object counts) {
        batches.state(batch.batch(), batch.startedAt(), batch.statements());
        finish(batch.batch(), facts, counts);
    }

    private void finish(long batch, FactUpdate facts, Object counts) {
        batches.factsUntil(facts.end());
        batches.retract(batch, facts.retracted());
        Instant recordedAt = recordTimes.take();
        announcer.announce(facts.changes(), batch, recordedAt);
        batches.close(batch, recordedAt, counts);
    }

    /// Undoes a batch: the store then answers as if the batch had never come.
    ///
    /// @return the number of the undo batch
    /// @throws MacroEdgeException with `unknown-batch`, `batch-already-undone`, or `batch-of-catalogue`:
    /// releases that an edited catalogue moved are moved back by editing it back, and would contradict it
    /// otherwise
    public long undo(long batch) {
        return Objects.requireNonNull(transactions.execute(status -> {
            batches.lock();
            long undo = undoInOrder(batch);
            CurrentChange.record(jdbc, undo);
            return undo;
        }));
    }

    private long undoInOrder(long batch) {
        BatchView undone = batches.find(batch)
                .filter(found -> found.undoes() == null)
                .orElseThrow(() -> ImportMessage.UNKNOWN_BATCH.exception(batch));
        if (BatchKind.ofCode(undone.kind()) == BatchKind.CATALOGUE) {
            throw ImportMessage.BATCH_OF_CATALOGUE.exception(batch);
        }
        if (undone.undoneBy() != null) {
            throw ImportMessage.ALREADY_UNDONE.exception(batch, undone.undoneBy());
        }
        return undo(undone);
    }

    private long undo(BatchView undone) {
        List<String> indicators = statements.indicatorsOf(batches.statements(undone.batch()));
        long undo = batches.openUndo(undone);
        FactUpdate facts = new Derivation(jdbc, copy).derive(indicators, catalogue.current(), undo);
        batches.addJudged(undone.batch(), facts.changes());
        digests.forget(indicators);
        finish(undo, facts, Map.of());
        return undo;
    }

    /// Undoes every batch of the sample that is in force, all of them or none.
    ///
    /// @return the numbers of the batches undone
    public List<Long> removeSample() {
        return Objects.requireNonNull(transactions.execute(status -> {
            batches.lock();
            List<Long> samples = batches.all().stream()
                    .filter(batch -> BatchKind.ofCode(batch.kind()) == BatchKind.SAMPLE && batch.undoneBy() == null)
                    .map(BatchView::batch)
                    .toList();
            samples.forEach(this::undoInOrder);
            CurrentChange.record(jdbc, samples.toArray());
            return samples;
        }));
    }

    /// Whether nothing was ever stored.
    public boolean isEmpty() {
        return batches.isEmpty();
    }

    /// The number of the last batch that undid one of a source; 0 where there is none.
    public long lastUndoOf(String source) {
        return batches.lastUndoOf(source);
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
