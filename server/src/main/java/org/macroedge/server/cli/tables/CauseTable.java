package org.macroedge.server.cli.tables;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.macroedge.server.bias.view.CauseRelease;
import org.macroedge.server.bias.view.ReleaseCause;
import org.macroedge.server.bias.view.ScoreMove;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// What moved the scores in the last 24 hours, for a reader: when, which release, and the scores before and after.
final class CauseTable {

    private static final int MOVES = 3;

    private CauseTable() {}

    /// Prints the causes, largest first; nothing where there are none.
    static void print(Page page, List<ReleaseCause> causes, Instant asOf) {
        if (causes.isEmpty()) {
            return;
        }
        Table table = new Table(
                "moved most at that time",
                List.of(Column.words("last 24 hours"), Column.words("release"), Column.numbers("surprise")));
        causes.forEach(cause -> table.row(cells(page, cause, asOf), moves(cause)));
        table.print(page);
        page.line();
    }

    private static List<Word> cells(Page page, ReleaseCause cause, Instant asOf) {
        Word time = Word.of(page.times().instant(cause.releasedAt(), asOf));
        if (cause.releases().isEmpty()) {
            return List.of(time, Word.of("no release with a surprise"), Word.of(""));
        }
        CauseRelease first = cause.releases().getFirst();
        int others = cause.releases().size() - 1;
        return List.of(
                time,
                Word.of(Names.withRegion(first.region(), first.shortName())
                        + (others == 0 ? "" : " & " + others + " more")),
                Word.of(Numbers.sigmas(first.z())));
    }

    private static List<Phrase> moves(ReleaseCause cause) {
        return cause.moves().stream().limit(MOVES).map(CauseTable::move).toList();
    }

    private static Phrase move(ScoreMove move) {
        Phrase phrase = Phrase.of(move.instrument() + " " + Numbers.signed(move.before()) + " \u2192")
                .plus(Phrase.of(Numbers.signed(move.after()), Style.of(move.after() == null ? 0 : move.after())));
        String label = move.labelAfter();
        return label == null || Objects.equals(label, move.labelBefore())
                ? phrase
                : phrase.plus(Phrase.of("now " + Marks.words(label)));
    }
}
