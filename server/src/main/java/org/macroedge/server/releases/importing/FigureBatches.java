package org.macroedge.server.releases.importing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.HourOffsets;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.intake.RowFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores batches of figures that are no releases. They wait for imports and imports wait for them, and they
/// share record times, the list of batches, the quarantine and the undo: an undone batch is not in force,
/// whatever it holds.
public final class FigureBatches {

    private final TransactionTemplate transactions;
    private final RecordTimes recordTimes;
    private final CatalogueInForce catalogue;
    private final Batches batches;

    FigureBatches(
            JdbcClient jdbc, TransactionTemplate transactions, RecordTimes recordTimes, CatalogueInForce catalogue) {
        this.transactions = transactions;
        this.recordTimes = recordTimes;
        this.catalogue = catalogue;
        this.batches = new Batches(jdbc);
    }

    /// What a batch records of itself.
    ///
    /// @param profile the name for how its rows were read
    /// @param files the names of what the rows stand in
    /// @param read the catalogue by which they were read
    /// @param dryRun whether to report what would happen and store nothing
    public record Origin(
            BatchKind kind, String profile, String source, List<String> files, Catalogue read, boolean dryRun) {

        public Origin {
            files = List.copyOf(files);
        }
    }

    /// What a batch wrote.
    ///
    /// @param changes whether it differs from what is in force
    public record Written(boolean changes, ImportCounts counts, List<RowFault> faults, List<Finding> findings) {

        public Written {
            faults = List.copyOf(faults);
            findings = List.copyOf(findings);
        }
    }

    /// Stores a batch, all of it or nothing. One that brings nothing new leaves no batch.
    ///
    /// @param writer writes the rows of a batch of this number, in its transaction
    public ImportOutcome store(Origin origin, LongFunction<Written> writer) {
        return Objects.requireNonNull(transactions.execute(status -> {
            batches.lock();
            if (!catalogue.current().hash().equals(origin.read().hash())) {
                throw ImportMessage.CATALOGUE_EDITED.exception();
            }
            ImportOutcome outcome = write(origin, writer);
            if (outcome.batch() == null) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private ImportOutcome write(Origin origin, LongFunction<Written> writer) {
        long batch = batches.open(origin.kind(), origin.profile(), origin.source(), origin.files());
        Written written = writer.apply(batch);
        RowCollector.checkFaults(written.faults());
        List<RowFault> faults =
                written.faults().stream().sorted(RowFault.BY_PLACE).toList();
        boolean keeps = !origin.dryRun() && (written.changes() || batches.hasNewFaults(origin.source(), faults));
        if (keeps) {
            batches.quarantine(batch, faults);
            Instant recordedAt = recordTimes.take();
            batches.close(batch, recordedAt, written.counts());
        }
        return new ImportOutcome(
                keeps ? batch : null,
                written.counts(),
                HourOffsets.NONE,
                QuarantineReason.of(faults),
                written.findings().stream().map(ImportFinding::of).toList());
    }
}
