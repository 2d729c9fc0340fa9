package org.macroedge.server.cli.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
                + largestMove(run).map(Overview::move).orElse(""));
        page.line();
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
        return item.change().day() == null ? 0 : item.change().day();
    }

    private static double score(BiasItem item) {
        return item.reading().score() == null ? 0 : item.reading().score();
    }

    private static String move(BiasItem item) {
        return " Largest move: " + item.instrument() + " from " + Numbers.signed(score(item) - day(item)) + " to "
                + Numbers.signed(score(item)) + ".";
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
        Map<String, BiasItem> items =
                run.items().stream().collect(Collectors.toMap(BiasItem::instrument, item -> item));
        List<String> moved = lead.without().stream()
                .filter(without -> without.score() != null && items.containsKey(without.instrument()))
                .sorted(Comparator.comparingDouble(
                        without -> -Math.abs(score(items.get(without.instrument())) - value(without.score()))))
                .limit(SHOWN)
                .map(without -> without(without, items.get(without.instrument())))
                .toList();
        return lead.region() + " " + lead.shortName() + " (" + page.times().day(lead.releasedAt(), run.asOf())
                + ") leads " + lead.rows() + " of " + lead.of() + " biases"
                + (moved.isEmpty() ? "." : "; without it " + String.join(", ", moved) + ".");
    }

    private static double value(@Nullable Double score) {
        return score == null ? 0 : score;
    }

    private static String without(BiasWithoutLead without, BiasItem item) {
        return without.instrument() + " " + Numbers.signed(item.reading().score()) + " \u2192 "
                + Numbers.signed(without.score());
    }

    private static String text(IndependentBiases independent) {
        return String.format(
                Locale.ROOT,
                "Together, %d biases moved like %.1f independent ones, by their daily changes from %s to %s.",
                independent.instruments(),
                independent.effective(),
                Times.close(independent.from()),
                Times.close(independent.to()));
    }
}
