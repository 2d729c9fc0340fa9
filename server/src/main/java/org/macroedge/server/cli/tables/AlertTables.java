package org.macroedge.server.cli.tables;

import java.util.ArrayList;
import java.util.List;
import org.macroedge.server.alerts.view.AlertDeliveryItem;
import org.macroedge.server.alerts.view.AlertItem;
import org.macroedge.server.alerts.view.AlertPage;
import org.macroedge.server.alerts.view.ChannelTest;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;

/// Alerts, for a reader.
public final class AlertTables {

    private AlertTables() {}

    /// Prints a page, latest first.
    public static void print(Page page, AlertPage answer) {
        Table table = new Table(
                "what happened, and where it was sent",
                List.of(
                        Column.numbers("number"),
                        Column.words("raised"),
                        Column.words("rule"),
                        Column.words("kind"),
                        Column.words("subject")));
        answer.items()
                .forEach(item -> table.row(
                        List.of(
                                Word.of(String.valueOf(item.number())),
                                Word.of(page.times().full(item.raisedAt())),
                                Word.of(item.rule()),
                                Word.of(item.kind()),
                                Word.of(item.subject())),
                        notes(page, item)));
        table.print(page);
        if (answer.items().isEmpty()) {
            page.text("No alert matches.");
        }
        if (answer.next() != null) {
            page.text("There are older alerts: --before " + answer.next());
        }
    }

    private static List<Phrase> notes(Page page, AlertItem item) {
        List<Phrase> notes = new ArrayList<>();
        notes.add(Phrase.of(item.cause()));
        item.deliveries().forEach(delivery -> notes.add(Phrase.of(delivered(page, delivery))));
        return notes;
    }

    private static String delivered(Page page, AlertDeliveryItem delivery) {
        String state = delivery.channel() + ": " + delivery.state();
        if (delivery.attempts() > 1 || delivery.fault() != null) {
            state += " after " + delivery.attempts() + (delivery.attempts() == 1 ? " attempt" : " attempts");
        }
        if (delivery.fault() != null) {
            state += " (" + delivery.fault() + ")";
        }
        return delivery.nextAt() == null || delivery.attempts() == 0
                ? state
                : state + ", next at " + page.times().full(delivery.nextAt());
    }

    /// Prints that a channel took a test message.
    public static void print(Page page, ChannelTest test) {
        page.text("Channel " + test.channel() + " (" + test.kind() + ") took the test message " + test.id() + ".");
    }
}
