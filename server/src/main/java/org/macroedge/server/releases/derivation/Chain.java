package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether figures of one instant are successive figures of one series, published together after a pause.
///
/// Two figures are linked if the later one's previous value lies within a tenth of the gap between them from the
/// earlier one: previous values are revised, but not by that much.
final class Chain {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /// More figures of one title at one instant than this are several series.
    static final int LONGEST = 8;

    private Chain() {}

    /// A figure with the previous value beside it.
    record Figure(BigDecimal actual, @Nullable BigDecimal previous) {}

    /// Whether a figure follows another.
    static boolean links(Figure later, Figure earlier) {
        return later.previous() != null
                && later.previous()
                                .subtract(earlier.actual())
                                .abs()
                                .compareTo(later.actual()
                                        .subtract(earlier.actual())
                                        .abs()
                                        .multiply(TENTH))
                        <= 0;
    }

    /// Whether all figures form one chain, in one order or another.
    static boolean isOne(List<Figure> figures) {
        return figures.size() <= LONGEST
                && figures.stream()
                        .anyMatch(first ->
                                continues(first, without(figures, first)).isPresent());
    }

    private static Optional<Figure> continues(Figure last, List<Figure> left) {
        if (left.isEmpty()) {
            return Optional.of(last);
        }
        return left.stream()
                .filter(next -> links(next, last))
                .filter(next -> continues(next, without(left, next)).isPresent())
                .findFirst();
    }

    private static List<Figure> without(List<Figure> figures, Figure figure) {
        List<Figure> left = new ArrayList<>(figures);
        left.removeIf(other -> other == figure);
        return left;
    }
}
