package org.macroedge.server.cli.tables;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.BiasDriver;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasReading;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Word;

/// The answer to why one bias is what it is, in a few lines: direction, reasons, what changed, how far to trust it.
final class Verdict {

    private Verdict() {}

    static void print(Page page, BiasExplanation answer) {
        BiasItem item = answer.item();
        BiasReading reading = item.reading();
        Word direction = Reasons.direction(reading);
        page.text(Phrase.of(item.instrument() + ", " + item.name() + ":")
                .plus(Phrase.of(direction.text() + " " + Numbers.signed(reading.score()), direction.style()))
                .plus(Phrase.of("(Z " + Numbers.decimals(reading.z()) + ").")));
        printReasons(page, answer);
        printChange(page, answer);
        printTrust(page, item);
        Limits.print(page, List.of(item.assetClass()));
        page.text("Not in it, because no calendar expects them: guidance, votes, speeches, interventions, elections.");
        page.line();
    }

    private static void printReasons(Page page, BiasExplanation answer) {
        boolean directed =
                answer.item().reading().z() != null && answer.item().reading().z() != 0;
        printReasons(page, answer, directed ? "For:" : "Up:", answer.item().reasonsFor());
        printReasons(
                page, answer, directed ? "Against:" : "Down:", answer.item().reasonsAgainst());
    }

    private static void printReasons(Page page, BiasExplanation answer, String side, List<BiasDriver> drivers) {
        if (!drivers.isEmpty()) {
            BiasDriver last = drivers.getLast();
            page.phrases(
                    drivers.stream()
                            .map(driver -> Phrase.of(driver == drivers.getFirst() ? side : "")
                                    .plus(Reasons.reason(driver, answer.asOf()))
                                    .with(driver == last ? "." : ","))
                            .toList(),
                    0);
        }
    }

    private static void printChange(Page page, BiasExplanation answer) {
        BiasItem item = answer.item();
        Double score = item.reading().score();
        if (score != null && item.change().day() != null) {
            String before = Reasons.labelBefore(item, answer.labelBounds());
            page.text("24 hours ago: " + (before.isEmpty() ? "" : before + " ")
                    + Numbers.signed(score - item.change().day()) + ", change "
                    + Numbers.signed(item.change().day())
                    + week(score, item.change().week()) + ".");
        }
    }

    private static String week(double score, @Nullable Double change) {
        return change == null
                ? ""
                : "; 7 days ago: " + Numbers.signed(score - change) + ", change " + Numbers.signed(change);
    }

    private static void printTrust(Page page, BiasItem item) {
        BiasReading reading = item.reading();
        if (reading.agreement() != null) {
            page.text("Agreement " + Numbers.percent(reading.agreement())
                    + (Reasons.pullsBothWays(reading) ? ": the reasons pull both ways." : ".")
                    + breadth(reading));
        }
        page.text("Data health " + Numbers.percent(reading.health()) + ": coverage "
                + Numbers.percent(reading.coverage()) + " \u00d7 freshness " + Numbers.percent(reading.freshness())
                + " \u00d7 quality " + Numbers.percent(reading.quality()) + ". Health is about the data, not the"
                + " probability that the bias is right.");
        if ("thin-coverage".equals(reading.reason())) {
            page.text("No label: coverage is below one half"
                    + (item.sides().isEmpty() ? "." : " (" + Reasons.sides(item.sides()) + ")."));
        }
    }

    private static String breadth(BiasReading reading) {
        if (reading.breadth() == null || reading.newShare() == null) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                " As concentrated as %.1f reasons of equal size; %s of it is younger than 48 hours.",
                reading.breadth(),
                Numbers.percent(reading.newShare()));
    }
}
