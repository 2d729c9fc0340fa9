package org.macroedge.server.cli.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.releases.conflicts.Claim;
import org.macroedge.server.releases.conflicts.Conflict;
import org.macroedge.server.releases.conflicts.ConflictList;
import org.macroedge.server.releases.conflicts.WinReason;

/// Conflicts for a reader: a section for each release, a line for each source.
public final class ConflictsTable {

    private ConflictsTable() {}

    /// Prints an answer.
    public static void print(Page page, ConflictList answer) {
        if (answer.items().isEmpty()) {
            page.text("No release of which sources say different things.");
            return;
        }
        Table table = new Table(
                "",
                List.of(
                        Column.words("source"),
                        Column.numbers("actual"),
                        Column.numbers("previous"),
                        Column.words("period"),
                        Column.words("at")));
        Instant asOf = answer.asOf() == null ? answer.recordedAt() : answer.asOf();
        for (Conflict conflict : answer.items()) {
            table.section(Phrase.of(Names.withRegion(conflict.region(), conflict.shortName()) + ", "
                    + page.times().full(conflict.instant()) + ": " + String.join(", ", conflict.kinds())));
            conflict.claims().forEach(claim -> table.row(cells(page, conflict, claim, asOf), remarks(conflict, claim)));
        }
        table.print(page);
        if (answer.total() > answer.items().size()) {
            page.text("The latest " + answer.items().size() + " of " + Numbers.count(answer.total(), "conflict")
                    + ". --to and --limit show others.");
        }
    }

    private static List<Word> cells(Page page, Conflict conflict, Claim claim, Instant asOf) {
        Figure figure = new Figure(conflict.unit(), conflict.step());
        return List.of(
                claim.stands() ? Word.strong(claim.source()) : Word.of(claim.source()),
                Word.of(figure.published(claim.actual())),
                Word.of(figure.published(claim.previous())),
                Word.of(text(claim.period())),
                Word.of(page.times().instant(claim.instant(), asOf)));
    }

    private static String text(@Nullable LocalDate period) {
        return period == null ? "" : period.toString();
    }

    private static List<Phrase> remarks(Conflict conflict, Claim claim) {
        String from =
                "import " + claim.batch() + (claim.file() == null ? "" : ", " + claim.file() + ":" + claim.line());
        return claim.stands()
                ? List.of(Phrase.of("stands: " + why(conflict)), Phrase.of(from))
                : List.of(Phrase.of(from));
    }

    private static String why(Conflict conflict) {
        Claim winner = conflict.claims().getFirst();
        Claim next = conflict.claims().get(1);
        String why = Coded.of(WinReason.class, conflict.reason()) == WinReason.PRECEDENCE
                ? "precedence " + winner.precedence() + " over " + next.precedence()
                : "precedence " + winner.precedence() + " like the next, and first by name";
        return conflict.scheduleTime() ? why + "; time of a better source's schedule" : why;
    }
}
