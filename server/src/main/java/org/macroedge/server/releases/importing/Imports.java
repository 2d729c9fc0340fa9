package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.events.EventLog;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.database.BulkCopy;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.releases.FactTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes calendar files into the store, each request as one batch and one transaction, and takes batches back.
///
/// Batches follow one another: two at once wait for each other.
public final class Imports {

    static final Instant NOW_AND_LATER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final BulkCopy copy;
    private final RecordTimes recordTimes;
    private final EventLog events;
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

    /// @param rowsInMemory the most rows of a batch that are held at once
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
        this.events = events;
        this.batches = new Batches(jdbc);
        this.digests = new RowDigests(jdbc);
    }

    /// Imports files.
    ///
    /// @throws MacroEdgeException with `file-fault` where a file cannot be what it should be; nothing is
    /// stored then
    public ImportOutcome run(ImportRequest request, ImportProgress progress) {
        try (CalendarIntake intake = new CalendarIntake(request.profile(), progress, rowsInMemory)) {
            intake.read(request.files());
            return Objects.requireNonNull(transactions.execute(status -> {
                if (request.dryRun()) {
                    status.setRollbackOnly();
                }
                return run(request, intake, progress);
            }));
        }
    }

    private ImportOutcome run(ImportRequest request, CalendarIntake intake, ImportProgress progress) {
        batches.lock();
        boolean empty = batches.isEmpty();
        NewFacts facts = new NewFacts(batches.nextFact());
        long batch = request.dryRun() ? 0 : batches.open(request.sample() ? "sample" : "calendar", request);
        FactWriter writer = new FactWriter(copy, batch);
        Map<String, RowDigests.Known> known = digests.of(request.profile().source());
        for (List<Indicator> group : intake.groups()) {
            List<CalendarIntake.News> news = intake.news(group, known, facts);
            intake.take(news, empty || news.isEmpty() ? new StoredReleases() : stored(news), facts);
            progress.writing(facts.end() - facts.first());
            if (!request.dryRun()) {
                writer.write(facts);
            }
            facts.written();
        }
        ImportCounts counts = intake.counts(facts);
        if (!request.dryRun()) {
            close(batch, request.profile().source(), intake, counts, facts);
        }
        return new ImportOutcome(request.dryRun() ? null : batch, counts, intake.hourOffsets());
    }

    private StoredReleases stored(List<CalendarIntake.News> news) {
        List<String> ids =
                news.stream().map(one -> one.indicator().id().value()).toList();
        FactTables tables = new FactTables(jdbc, ids);
        return new StoredReleases(
                tables.inForce(NOW_AND_LATER), tables.retractedFacts(NOW_AND_LATER), batches.releaseIds(ids));
    }

    private void close(long batch, String source, CalendarIntake intake, ImportCounts counts, NewFacts facts) {
        batches.factsUntil(facts.end());
        batches.quarantine(batch, intake.faults());
        digests.forget(facts.changed.indicators());
        digests.keep(source, intake.learned());
        Instant recordedAt = recordTimes.take();
        facts.changed.announce(events, batch, recordedAt);
        batches.close(batch, recordedAt, counts, facts);
    }

    /// Takes a batch back: only facts that no other batch in force brought or confirmed.
    ///
    /// @return the number of the undo batch
    /// @throws MacroEdgeException with `unknown-batch`, `batch-already-undone`, or `batch-of-catalogue`: what
    /// an edited catalogue moved goes back when the catalogue does, and would contradict it before
    public long undo(long batch) {
        return Objects.requireNonNull(transactions.execute(status -> {
            batches.lock();
            return undoInOrder(batch);
        }));
    }

    private long undoInOrder(long batch) {
        BatchView undone = batches.find(batch)
                .filter(one -> one.undoes() == null)
                .orElseThrow(() -> new MacroEdgeException(
                        ProblemCode.UNKNOWN_BATCH, "there is no import " + batch, "", "`import list` shows them"));
        if (undone.kind().equals(Batches.CATALOGUE)) {
            throw new MacroEdgeException(
                    ProblemCode.BATCH_OF_CATALOGUE,
                    "batch " + batch + " is no import: it moved releases to the release times of an edited catalogue",
                    "",
                    "Edit the release times back, and they move back");
        }
        if (undone.undoneBy() != null) {
            throw new MacroEdgeException(
                    ProblemCode.BATCH_ALREADY_UNDONE,
                    "import " + batch + " was taken back by batch " + undone.undoneBy(),
                    "",
                    "Import the files again to bring its rows back");
        }
        long undo = batches.openUndo(undone);
        batches.retract(batch, undo);
        ChangedRegions changed = batches.changedBy(undo);
        digests.forget(changed.indicators());
        Instant recordedAt = recordTimes.take();
        changed.announce(events, undo, recordedAt);
        batches.closeUndo(undo, recordedAt);
        return undo;
    }

    /// Takes back every batch of the sample that is in force.
    ///
    /// @return the numbers of the batches taken back
    public List<Long> removeSample() {
        List<Long> samples = batches.all().stream()
                .filter(one -> one.kind().equals("sample") && one.undoneBy() == null)
                .map(BatchView::batch)
                .toList();
        samples.forEach(this::undo);
        return samples;
    }

    /// Whether nothing was ever taken in.
    public boolean isEmpty() {
        return batches.isEmpty();
    }

    /// Every batch, latest first.
    public List<BatchView> list() {
        return batches.all();
    }

    /// The rows set aside, by batch and number; those of every batch in force where none is named.
    public List<QuarantinedRow> quarantine(@org.jspecify.annotations.Nullable Long batch) {
        return batches.quarantined(batch);
    }
}
