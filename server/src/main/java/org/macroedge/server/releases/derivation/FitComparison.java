package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.releases.intake.ReportedRelease;

/// Compares two readings of the same rows by how far previous values lie from the actuals before them: the
/// sums of squared distances, over the pairs for which both readings have numbers.
final class FitComparison {

    private BigDecimal first = BigDecimal.ZERO;
    private BigDecimal second = BigDecimal.ZERO;

    /// Adds a pair of neighbours in each reading.
    void add(
            List<ReportedRelease> earlier,
            List<ReportedRelease> later,
            List<ReportedRelease> secondEarlier,
            List<ReportedRelease> secondLater) {
        Optional<BigDecimal> distance = distance(earlier, later);
        Optional<BigDecimal> secondDistance = distance(secondEarlier, secondLater);
        if (distance.isPresent() && secondDistance.isPresent()) {
            first = first.add(distance.get());
            second = second.add(secondDistance.get());
        }
    }

    /// The smallest squared distance of any two of these; empty where no two have numbers.
    private static Optional<BigDecimal> distance(List<ReportedRelease> earlier, List<ReportedRelease> later) {
        return earlier.stream()
                .flatMap(before -> later.stream().flatMap(after -> distance(before, after).stream()))
                .min(BigDecimal::compareTo);
    }

    private static Optional<BigDecimal> distance(ReportedRelease before, ReportedRelease after) {
        BigDecimal actual = before.actual();
        BigDecimal previous = after.previous();
        return actual == null || previous == null
                ? Optional.empty()
                : Optional.of(previous.subtract(actual).pow(2));
    }

    /// Positive where the first reading fits better, negative where the second does, 0 where nothing tells.
    int result() {
        return second.compareTo(first);
    }
}
