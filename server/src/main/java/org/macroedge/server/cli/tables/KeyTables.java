package org.macroedge.server.cli.tables;

import java.util.List;
import org.macroedge.server.access.keys.view.ApiKeyItem;
import org.macroedge.server.access.keys.view.ApiKeyList;
import org.macroedge.server.access.keys.view.CreatedKey;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// Keys, for a reader.
public final class KeyTables {

    private KeyTables() {}

    /// Prints a key that was just created. It stands on a line of its own, whatever the width, to be copied whole.
    public static void print(Page page, CreatedKey created) {
        page.out().println(created.key());
        page.text("Key " + created.item().id() + " of " + created.item().name() + " has the role "
                + created.item().role() + " until "
                + page.times().full(created.item().expiresAt())
                + ". It is not shown again: only its hash is stored.");
    }

    /// Prints a key that was just revoked.
    public static void print(Page page, ApiKeyItem item) {
        page.text("Key " + item.id() + " of " + item.name() + " is revoked.");
    }

    /// Prints all keys.
    public static void print(Page page, ApiKeyList answer) {
        Table table = new Table(
                "",
                List.of(
                        Column.words("id"),
                        Column.words("name"),
                        Column.words("role"),
                        Column.words("state"),
                        Column.words("expires"),
                        Column.words("last use")));
        answer.items()
                .forEach(item -> table.row(
                        List.of(
                                Word.of(item.id()),
                                Word.of(item.name()),
                                Word.of(item.role()),
                                Word.of(item.state()),
                                Word.of(page.times().full(item.expiresAt())),
                                Word.of(
                                        item.lastUsedAt() == null
                                                ? "never"
                                                : page.times().full(item.lastUsedAt()))),
                        List.of()));
        table.print(page);
        if (answer.items().isEmpty()) {
            page.text("There is no key yet.");
        }
    }
}
