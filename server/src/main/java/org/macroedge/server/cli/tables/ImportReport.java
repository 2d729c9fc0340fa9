package org.macroedge.server.cli.tables;

import java.util.List;
import java.util.function.Consumer;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.TerminalText;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.QuarantineReason;
import org.macroedge.server.releases.intake.ImportCounts;

/// Prints what an import did: its counts, why rows are quarantined, which titles are unmapped, and what looks
/// wrong.
public final class ImportReport {

    private static final int LINES_SHOWN = 15;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_MESSAGE = 200;

    private ImportReport() {}

    /// Prints an outcome.
    public static void print(Page page, ImportOutcome outcome, boolean dryRun) {
        page.text(heading(outcome, dryRun));
        printCounts(page, outcome.counts());
        page.line();
        page.text(String.format(
                "%,d earlier values were shown revised.", outcome.counts().revisionsFound()));
        if (outcome.hourOffsets().different() > 0) {
            page.text(String.format(
                    "%,d rows have another clock time than the catalogue (%s).",
                    outcome.hourOffsets().different(), outcome.hourOffsets().text()));
        }
        printDetails(page, outcome);
    }

    /// Prints the outcome of an import of prices.
    public static void printPrices(Page page, ImportOutcome outcome, boolean dryRun) {
        page.text(heading(outcome, dryRun));
        ImportCounts counts = outcome.counts();
        entry(page, counts.read(), "rows read");
        entry(page, counts.imported(), "imported");
        entry(page, counts.unchanged(), "unchanged");
        entry(page, counts.corrected(), "corrected: another price of a day that the store has");
        entry(page, counts.ignored(), "ignored: they have no close");
        entry(page, counts.unmapped(), "unmapped: the catalogue has no such instrument");
        entry(page, counts.quarantined(), "quarantined");
        page.line();
        printDetails(page, outcome);
    }

    private static void printDetails(Page page, ImportOutcome outcome) {
        lines(page, outcome.quarantine(), "reasons", reason -> entry(page, reason.count(), text(reason)));
        lines(page, outcome.counts().unmappedTitles(), "titles", title -> entry(page, title.count(), text(title)));
        lines(page, outcome.findings(), "findings", finding -> entry(page, finding.count(), FindingText.of(finding)));
    }

    private static void printCounts(Page page, ImportCounts counts) {
        entry(page, counts.read(), "rows read");
        entry(page, counts.imported(), "imported");
        entry(page, counts.unchanged(), "unchanged");
        entry(page, counts.corrected(), "corrected");
        entry(page, counts.revised(), "revised");
        entry(page, counts.ignored(), "ignored: they have no figures");
        entry(page, counts.unmapped(), "unmapped: no indicator has these titles");
        entry(page, counts.quarantined(), "quarantined");
        entry(page, counts.repaired(), "repaired, among those above");
    }

    private static void entry(Page page, long count, String text) {
        entry(page, count, Phrase.of(text));
    }

    private static void entry(Page page, long count, Phrase text) {
        page.entry(Word.of(String.format("%,10d ", count)), text);
    }

    private static String heading(ImportOutcome outcome, boolean dryRun) {
        if (dryRun) {
            return "Dry run: nothing is stored.";
        }
        return outcome.batch() == null
                ? "Nothing new: the store has all of it already, and no batch was made."
                : "Batch " + outcome.batch();
    }

    private static <T> void lines(Page page, List<T> items, String name, Consumer<T> line) {
        items.stream().limit(LINES_SHOWN).forEach(line);
        if (items.size() > LINES_SHOWN) {
            page.entry(
                    Word.of(" ".repeat(String.format("%,10d ", 0).length())),
                    Phrase.of(String.format(
                            "and %,d %s more; --format json lists all", items.size() - LINES_SHOWN, name)));
        }
    }

    /// The title is one word, so that its blanks stay as a profile needs them.
    private static Phrase text(ImportCounts.UnmappedTitle title) {
        return new Phrase(List.of(Word.of("unmapped:"), Word.of(TerminalText.of(title.title(), LONGEST_TITLE))));
    }

    private static String text(QuarantineReason reason) {
        return String.format(
                "quarantined: %s, first %s:%d: %s",
                reason.reason(),
                TerminalText.of(reason.firstFile()),
                reason.firstLine(),
                TerminalText.of(reason.message(), LONGEST_MESSAGE));
    }
}
