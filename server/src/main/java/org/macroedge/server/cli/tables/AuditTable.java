package org.macroedge.server.cli.tables;

import java.util.ArrayList;
import java.util.List;
import org.macroedge.server.audit.view.AuditItem;
import org.macroedge.server.audit.view.AuditPage;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// Rows of the audit log, for a reader.
public final class AuditTable {

    private AuditTable() {}

    /// Prints a page, latest first.
    public static void print(Page page, AuditPage answer) {
        Table table = new Table(
                "who, and on what",
                List.of(
                        Column.numbers("row"),
                        Column.words("time"),
                        Column.words("operation"),
                        Column.words("outcome"),
                        Column.numbers("status")));
        answer.items()
                .forEach(item -> table.row(
                        List.of(
                                Word.of(String.valueOf(item.number())),
                                Word.of(page.times().full(item.recordedAt())),
                                Word.of(item.operation()),
                                Word.of(item.outcome()),
                                Word.of(String.valueOf(item.status()))),
                        notes(item)));
        table.print(page);
        if (answer.items().isEmpty()) {
            page.text("No row matches.");
        }
        if (answer.next() != null) {
            page.text("There are older rows: --before " + answer.next());
        }
    }

    private static List<Phrase> notes(AuditItem item) {
        List<Phrase> notes = new ArrayList<>();
        String from = item.address() == null ? "" : " from " + item.address();
        notes.add(Phrase.of((item.principal() == null ? "unknown caller" : item.principal()) + from));
        if (!item.targets().isEmpty()) {
            notes.add(Phrase.of("on " + String.join(", ", item.targets())));
        }
        if (item.leftOut() > 0) {
            notes.add(Phrase.of(item.leftOut() + " more refusals before it"));
        }
        return notes;
    }
}
