package org.macroedge.server.cli.tables;

import java.util.List;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.TerminalText;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.releases.importing.BatchView;
import org.macroedge.server.releases.importing.QuarantinedRow;
import org.macroedge.server.releases.verdicts.BatchVerdict;

/// The batches of the store, and the rows that could not be read, for a reader.
public final class ImportsTable {

    private static final int LONGEST_ROW = 500;

    private ImportsTable() {}

    /// Prints batches. Record times are in UTC, as `--recorded-at` takes them.
    public static void printBatches(Page page, List<BatchView> batches) {
        Table table = new Table(
                "",
                List.of(
                        Column.numbers("batch"),
                        Column.words("recorded"),
                        Column.words("kind"),
                        Column.numbers("imported")));
        batches.forEach(batch -> table.row(cells(batch), List.of(Phrase.of(remark(batch)))));
        table.print(page);
        if (batches.isEmpty()) {
            page.text("The store has no batch.");
        }
    }

    private static List<Word> cells(BatchView batch) {
        return List.of(
                Word.of(String.valueOf(batch.batch())),
                Word.of(batch.recordedAt().toString()),
                Word.of(batch.kind()),
                Word.of(
                        batch.counts() == null
                                ? ""
                                : String.format("%,d", batch.counts().imported())));
    }

    private static String remark(BatchView batch) {
        if (batch.undoes() != null) {
            return "undoes batch " + batch.undoes();
        }
        if (batch.moved() != null) {
            return String.format("%,d releases moved to edited release times of the catalogue", batch.moved());
        }
        String undone = batch.undoneBy() == null ? "" : ", undone by batch " + batch.undoneBy();
        if (batch.verdict() != null) {
            BatchVerdict verdict = batch.verdict();
            return verdict.statement() + " " + verdict.releaseId() + ", " + verdict.author() + ": " + verdict.reason()
                    + undone;
        }
        return TerminalText.of(String.valueOf(batch.profile())) + ", "
                + Numbers.count(batch.files().size(), "file") + undone;
    }

    /// Prints rows that could not be read, word for word, with the reason.
    public static void printQuarantine(Page page, List<QuarantinedRow> rows) {
        for (QuarantinedRow row : rows) {
            page.text("batch " + row.batch() + ", " + TerminalText.of(row.file()) + ":" + row.line() + ", "
                    + row.reason() + ": " + TerminalText.of(row.message(), LONGEST_ROW));
            page.entry(Word.of("    "), new Phrase(List.of(Word.of(TerminalText.of(row.raw(), LONGEST_ROW)))));
        }
        page.text(rows.isEmpty() ? "No row is in quarantine." : Numbers.count(rows.size(), "row") + ".");
    }
}
