package org.macroedge.server.releases.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.releases.derivation.EarlierStages;
import org.macroedge.server.releases.derivation.Succession;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.intake.IndicatorRows;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowConsumer;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowOutcome;
import org.macroedge.server.releases.intake.RowResult;
import org.macroedge.server.releases.intake.RowSpool;
import org.macroedge.server.releases.intake.TitleTally;

/// Receives the rows of a batch and sorts them by result: mapped rows by indicator, faults, titles. Counts them
/// and reports progress.
final class RowCollector implements RowConsumer, AutoCloseable {

    private static final int ROWS_PER_REPORT = 1_000;

    /// If more rows than this cannot be read, the profile is the wrong one.
    private static final int MOST_FAULTS = 100_000;

    /// The rows of an indicator are compared with each other in memory. A weekly figure that is captured every hour
    /// has as many in four years.
    static final int MOST_OF_INDICATOR = 100_000;

    private static final long MOST_LETTERS = 50_000_000;

    private final Succession succession;
    private final ImportProgress progress;
    private final RowSpool rows;
    private final TitleTally unmapped = new TitleTally();
    private final List<RowFault> faults = new ArrayList<>();
    private long letters;
    private long read;
    private long ignored;

    /// @param source of every row
    /// @param succession gives the indicator to which a row belongs at its date
    /// @param rowsInMemory the most rows that are held in memory
    RowCollector(String source, Succession succession, ImportProgress progress, int rowsInMemory) {
        this.succession = succession;
        this.progress = progress;
        this.rows = new RowSpool(source, rowsInMemory);
    }

    @Override
    public void startFile(String name) {
        progress.reading(name);
    }

    @Override
    public void accept(RowResult result) {
        read++;
        switch (result) {
            case RowResult.Mapped mapped -> add(belonging(mapped.release()));
            case RowResult.Ignored _ -> ignored++;
            case RowResult.Unmapped title -> unmapped.add(title.title());
            case RowResult.Faulty faulty -> add(faulty.fault());
        }
        if (read % ROWS_PER_REPORT == 0) {
            progress.read(read);
        }
    }

    /// Rows are read before their turn comes. Where an edit of the catalogue came into force meanwhile, they may belong
    /// elsewhere, or mean something else.
    ///
    /// @param before the catalogue by which they were read
    /// @param now the catalogue in force
    void checkUnchanged(Catalogue before, Catalogue now) {
        boolean same = now.hash().equals(before.hash())
                && groups().stream()
                        .flatMap(List::stream)
                        .allMatch(indicator -> now.indicator(indicator.id().value())
                                .filter(known -> !known.equals(indicator))
                                .isEmpty());
        if (!same) {
            throw ImportMessage.CATALOGUE_EDITED.exception();
        }
    }

    private ReportedRelease belonging(ReportedRelease row) {
        Indicator indicator = succession.of(row);
        return indicator == null || indicator == row.indicator() ? row : row.under(indicator);
    }

    private void add(ReportedRelease row) {
        if (rows.add(row) > MOST_OF_INDICATOR) {
            throw ImportMessage.TOO_MANY_ROWS_OF_INDICATOR.exception(
                    MOST_OF_INDICATOR, row.indicator().id(), row.file() + ":" + row.line());
        }
    }

    @Override
    public void waiting() {
        progress.waiting();
    }

    private void add(RowFault fault) {
        faults.add(fault);
        letters += fault.raw().length();
        if (letters > MOST_LETTERS) {
            throw ImportMessage.TOO_LONG_FAULTS.exception(MOST_LETTERS, fault.message(), place(fault));
        }
        checkFaults(faults);
    }

    /// Refuses an import with too many rows that could not be read, or do not count.
    static void checkFaults(List<RowFault> faults) {
        if (faults.size() > MOST_FAULTS) {
            RowFault last = faults.getLast();
            throw ImportMessage.TOO_MANY_FAULTS.exception(MOST_FAULTS, last.message(), place(last));
        }
    }

    private static String place(RowFault fault) {
        return fault.file() + ":" + fault.line();
    }

    /// Reports the number of rows, once all are received.
    void end() {
        progress.read(read);
    }

    long read() {
        return read;
    }

    /// The indicators with rows, in groups to be taken one after the other.
    List<List<Indicator>> groups() {
        return rows.groups(EarlierStages::family);
    }

    /// Removes and returns the rows of a group.
    List<IndicatorRows> take(List<Indicator> group) {
        record Taken(Indicator indicator, List<ReportedRelease> rows) {}
        List<Taken> taken = group.stream()
                .map(indicator -> new Taken(indicator, rows.take(indicator)))
                .toList();
        return taken.parallelStream()
                .map(indicator -> IndicatorRows.of(indicator.indicator(), indicator.rows()))
                .toList();
    }

    List<RowFault> faults() {
        return List.copyOf(faults);
    }

    /// Sums up the import, once every group is taken.
    ///
    /// @param quarantined how many rows could not be read, or do not count
    ImportCounts counts(Map<RowOutcome, Long> outcomes, long quarantined, long revisions, List<Finding> findings) {
        return ImportCounts.of(read, outcomes, ignored, unmapped.counts(), quarantined, revisions, findings);
    }

    @Override
    public void close() {
        rows.close();
    }
}
