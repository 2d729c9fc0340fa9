package org.macroedge.server.cli.tables;

import java.util.List;
import org.macroedge.server.catalogue.view.InstrumentList;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// What is traded, for a reader.
public final class InstrumentsTable {

    private InstrumentsTable() {}

    /// Prints an answer.
    public static void print(Page page, InstrumentList answer) {
        Table table = new Table(
                "",
                List.of(
                        Column.words("instrument"),
                        Column.words("name"),
                        Column.words("class"),
                        Column.words("reacts as")));
        answer.items()
                .forEach(item -> table.row(
                        List.of(
                                Word.of(item.instrument()),
                                Word.of(item.name()),
                                Word.of(Marks.words(item.assetClass())),
                                Word.of(Marks.words(item.directionClass()))),
                        List.of()));
        table.print(page);
    }
}
