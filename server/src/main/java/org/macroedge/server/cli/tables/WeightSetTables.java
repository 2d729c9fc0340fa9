package org.macroedge.server.cli.tables;

import java.util.List;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.weights.view.PreviewedBias;
import org.macroedge.server.weights.view.PreviewedInstrument;
import org.macroedge.server.weights.view.WeightSetHistory;
import org.macroedge.server.weights.view.WeightSetPreview;
import org.macroedge.server.weights.view.WeightSetPublication;
import org.macroedge.server.weights.view.WeightSetVersion;

/// Versions of weight sets, for a reader.
public final class WeightSetTables {

    private static final int SHOWN_DIGITS = 12;

    private WeightSetTables() {}

    /// Prints a version that was proposed.
    public static void print(Page page, WeightSetVersion version) {
        String name = version.weightSet() + " has version " + version.version();
        page.text(
                version.inForce()
                        ? name + " with this definition, and it is in force."
                        : name + ". It is not in force: `weight-set preview " + version.weightSet() + " "
                                + version.version() + "` shows what it would change.");
    }

    /// Prints which version is in force now.
    public static void print(Page page, WeightSetPublication publication) {
        Integer version = publication.version();
        page.text(
                version == null
                        ? "No version of " + publication.weightSet() + " is in force any more."
                        : "Version " + version + " of " + publication.weightSet() + " is in force since "
                                + page.times().full(publication.recordedAt()) + ".");
    }

    /// Prints every version, and what was in force when.
    public static void print(Page page, WeightSetHistory history) {
        Table versions = new Table(
                "reason",
                List.of(
                        Column.numbers("version"),
                        Column.words("state"),
                        Column.words("proposed"),
                        Column.words("by"),
                        Column.words("hash")));
        history.versions()
                .forEach(version -> versions.row(
                        List.of(
                                Word.of(String.valueOf(version.version())),
                                version.inForce() ? Word.strong("in force") : Word.of("proposed"),
                                Word.of(page.times().full(version.proposedAt())),
                                Word.of(version.author()),
                                Word.of(version.hash().substring(0, SHOWN_DIGITS))),
                        List.of(Phrase.of(version.reason()))));
        versions.print(page);
        page.line();
        history.publications()
                .forEach(publication -> page.entry(
                        Word.of(page.times().full(publication.recordedAt()) + "  "), Phrase.of(text(publication))));
        if (history.publications().isEmpty()) {
            page.text("No version has been published.");
        }
    }

    private static String text(WeightSetPublication publication) {
        return publication.kind() + " to "
                + (publication.version() == null ? "none" : "version " + publication.version()) + " by "
                + publication.author() + ": " + publication.reason();
    }

    /// Prints what a version would change.
    public static void print(Page page, WeightSetPreview preview) {
        page.text(
                "Version " + preview.version() + " of "
                        + Heading.weights(preview.weightSet(), preview.weightsPrior()) + " against "
                        + Heading.weights(preview.against(), preview.againstPrior())
                        + ", version " + preview.againstVersion() + ", as of "
                        + page.times().full(preview.asOf()) + ": "
                        + Numbers.count(preview.labelsChanged(), "label") + " would change.",
                Style.STRONG);
        Table table = new Table(
                "",
                List.of(
                        Column.words("instrument"),
                        Column.numbers("before"),
                        Column.words("label"),
                        Column.numbers("after"),
                        Column.words("label"),
                        Column.numbers("change")));
        preview.items().forEach(item -> table.row(cells(item), List.of()));
        table.print(page);
    }

    private static List<Word> cells(PreviewedInstrument item) {
        return List.of(
                item.labelChanges() ? Word.strong(item.instrument()) : Word.of(item.instrument()),
                Word.of(Numbers.signed(item.before().score())),
                Word.of(label(item.before())),
                Word.of(Numbers.signed(item.after().score())),
                item.labelChanges() ? Word.strong(label(item.after())) : Word.of(label(item.after())),
                Word.of(Numbers.signed(item.change())));
    }

    private static String label(PreviewedBias bias) {
        String label = bias.label();
        String reason = bias.reason();
        if (label != null) {
            return label;
        }
        return reason == null ? Numbers.NONE : reason;
    }
}
