package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.QuarantineReason;
import org.macroedge.server.releases.intake.ImportCounts;

/// Prints what an import did: its counts, why rows are quarantined, which titles are unmapped, and what looks
/// wrong.
final class ImportReport {

    private static final int LINES_SHOWN = 15;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_MESSAGE = 200;

    private ImportReport() {}

    static void print(PrintWriter out, ImportOutcome outcome, boolean dryRun) {
        ImportCounts counts = outcome.counts();
        out.println(heading(outcome, dryRun));
        out.printf("%,10d rows read%n", counts.read());
        out.printf("%,10d imported%n", counts.imported());
        out.printf("%,10d unchanged%n", counts.unchanged());
        out.printf("%,10d corrected%n", counts.corrected());
        out.printf("%,10d revised%n", counts.revised());
        out.printf("%,10d ignored: they have no figures%n", counts.ignored());
        out.printf("%,10d unmapped: no indicator has these titles%n", counts.unmapped());
        out.printf("%,10d quarantined%n", counts.quarantined());
        out.printf("%,10d repaired, among those above%n", counts.repaired());
        out.printf("%n%,d earlier values were shown revised.%n", counts.revisionsFound());
        if (outcome.hourOffsets().different() > 0) {
            out.printf(
                    "%,d rows have another clock time than the catalogue (%s).%n",
                    outcome.hourOffsets().different(), outcome.hourOffsets().text());
        }
        lines(out, outcome.quarantine(), "reasons", ImportReport::line);
        lines(
                out,
                counts.unmappedTitles(),
                "titles",
                title -> String.format(
                        "%,10d unmapped  %s", title.count(), TerminalText.of(title.title(), LONGEST_TITLE)));
        lines(out, outcome.findings(), "findings", FindingText::of);
    }

    private static String heading(ImportOutcome outcome, boolean dryRun) {
        if (dryRun) {
            return "Dry run: nothing is stored.";
        }
        return outcome.batch() == null
                ? "Nothing new: the store has all of it already, and no batch was made."
                : "Batch " + outcome.batch();
    }

    private static <T> void lines(PrintWriter out, List<T> items, String name, Function<T, String> line) {
        items.stream().limit(LINES_SHOWN).forEach(item -> out.println(line.apply(item)));
        if (items.size() > LINES_SHOWN) {
            out.printf("           and %,d %s more; --format json lists all%n", items.size() - LINES_SHOWN, name);
        }
    }

    private static String line(QuarantineReason reason) {
        return String.format(
                "%,10d quarantined  %s, first %s:%d: %s",
                reason.count(),
                reason.reason(),
                TerminalText.of(reason.firstFile()),
                reason.firstLine(),
                TerminalText.of(reason.message(), LONGEST_MESSAGE));
    }
}
