package org.macroedge.server.cli.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.AssetClass;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.bias.view.BiasItem;

/// Which biases are shown, and in which order.
///
/// @param assetClass null for all
/// @param region keeps the biases of which one of the three largest reasons comes from it; null for all
public record BiasSelection(
        @Nullable AssetClass assetClass, @Nullable Region region, Order order) {

    /// How biases can be sorted; equal ones keep the catalogue's order.
    public enum Order {
        CATALOGUE,
        SCORE,
        DAY,
        WEEK,
        AGREEMENT;

        /// As it is written, also by completion.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The biases to show.
    public List<BiasItem> of(List<BiasItem> items) {
        return items.stream()
                .filter(item -> assetClass == null || assetClass.code().equals(item.assetClass()))
                .filter(this::hasReasonFromRegion)
                .sorted(comparator())
                .toList();
    }

    private boolean hasReasonFromRegion(BiasItem item) {
        return region == null
                || item.drivers().stream().anyMatch(driver -> driver.region().equals(region.code()));
    }

    private Comparator<BiasItem> comparator() {
        return switch (order) {
            case CATALOGUE -> (left, right) -> 0;
            case SCORE -> descending(item -> item.reading().score());
            case DAY -> descending(item -> size(item.change().day()));
            case WEEK -> descending(item -> size(item.change().week()));
            case AGREEMENT ->
                Comparator.comparing(
                        item -> item.reading().agreement(), Comparator.nullsLast(Comparator.naturalOrder()));
        };
    }

    private static @Nullable Double size(@Nullable Double change) {
        return change == null ? null : Math.abs(change);
    }

    /// Largest first, those without a value last.
    private static Comparator<BiasItem> descending(Function<BiasItem, @Nullable Double> value) {
        return Comparator.comparing(value, Comparator.nullsLast(Comparator.reverseOrder()));
    }
}
