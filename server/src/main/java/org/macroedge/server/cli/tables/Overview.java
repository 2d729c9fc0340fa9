package org.macroedge.server.cli.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.bias.view.BiasItem;
import org.macroedge.server.bias.view.BiasLead;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.bias.view.BiasWithoutLead;
import org.macroedge.server.bias.view.IndependentBiases;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Times;

/// What holds for all biases together: what changed in a day, and whether they are one trade or many.
final class Overview {

    private static final int SHOWN = 3;

    private Overview() {}

    /// Says how many labels changed in 24 hours, and what moved most.
    static void printChanges(Page page, BiasSummary run) {
        long changed = run.items().stream()
                .filter(item -> isChanged(item, Reasons.labelBefore(item, run.labelBounds())))
                .count();
        page.text((changed == 0 ? "No label" : Numbers.count(changed, "label")) + " changed in 24 hours."
                + largestMove(run).map(Overview::move).orElse("") + doubtful(run));
        page.line();
    }

    private static String doubtful(BiasSummary run) {
        long count = run.items().stream()
                .filter(item -> Reasons.pullsBothWays(item.reading()))
                .count();
        return count == 0
                ? ""
                : " " + Numbers.count(count, "bias") + (count == 1 ? " pulls" : " pull")
                        + " both ways: agree below 25%.";
    }

    private static boolean isChanged(BiasItem item, String before) {
        return !before.isEmpty()
                && !before.equals(Reasons.direction(item.reading()).text());
    }

    private static Optional<BiasItem> largestMove(BiasSummary run) {
        return run.items().stream()
                .filter(item -> item.change().day() != null
                        && Math.round(Math.abs(item.change().day())) > 0)
                .max(Comparator.comparingDouble(item -> Math.abs(day(item))));
    }

    private static double day(BiasItem item) {
        return value(item.change().day());
    }

    private static String move(BiasItem item) {
        return " Largest move: " + item.instrument() + " from "
                + Numbers.signed(value(item.reading().score()) - day(item)) + " to "
                + Numbers.signed(item.reading().score()) + ".";
    }

    /// Says which rows are one opinion, which release leads most biases, what the scores would be without it, and how
    /// many opinions there are.
    static void printTrades(Page page, BiasSummary run, List<BiasItem> shown) {
        BiasLead lead = run.lead();
        IndependentBiases independent = run.independent();
        if (lead == null && independent == null && sameInputs(shown).isEmpty()) {
            return;
        }
        page.line();
        sameInputs(shown).ifPresent(page::text);
        if (lead != null) {
            page.text(text(page, lead, run));
        }
        if (independent != null) {
            page.text(text(independent));
        }
    }

    private static Optional<String> sameInputs(List<BiasItem> shown) {
        return shown.stream()
                .filter(item -> item.sameInputsAs() != null)
                .findFirst()
                .map(item -> "= " + item.sameInputsAs() + ": the same inputs, so the same opinion.");
    }

    private static String text(Page page, BiasLead lead, BiasSummary run) {
        List<String> moved = run.items().stream()
                .flatMap(item -> lead.without().stream()
                        .filter(without -> without.instrument().equals(item.instrument()))
                        .map(without -> new Moved(item, without)))
                .filter(pair -> pair.without().score() != null && pair.item().sameInputsAs() == null)
                .sorted(Comparator.comparingDouble(pair -> -pair.size()))
                .limit(SHOWN)
                .map(Moved::text)
                .toList();
        return Names.withRegion(lead.region(), lead.shortName()) + " ("
                + page.times().day(lead.releasedAt(), run.asOf())
                + ") leads " + lead.rows() + " of " + lead.of() + " biases"
                + (moved.isEmpty() ? "." : "; without it " + String.join(", ", moved) + ".");
    }

    /// A bias, and what it would be without the release that leads.
    private record Moved(BiasItem item, BiasWithoutLead without) {

        double size() {
            return Math.abs(value(item.reading().score()) - value(without.score()));
        }

        String text() {
            return item.instrument() + " " + Numbers.signed(item.reading().score()) + " \u2192 "
                    + Numbers.signed(without.score());
        }
    }

    private static double value(@Nullable Double score) {
        return score == null ? 0 : score;
    }

    private static String text(IndependentBiases independent) {
        return String.format(
                Locale.ROOT,
                "Daily, %d biases moved like %.1f independent ones (%s to %s).",
                independent.instruments(),
                independent.effective(),
                Times.closeDay(independent.from()),
                Times.closeDay(independent.to()));
    }
}
