package org.macroedge.engine.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.engine.waterfall.WaterfallPart;

/// What came to be known later about one and the same instant: Z as it is known now minus Z as it was seen, by
/// indicator. Corrected figures, late rows, verdicts of people and another catalogue are all in it.
public final class Corrections {

    private Corrections() {}

    /// The parts that are not 0, ascending by indicator id.
    ///
    /// @param seen the bias as of an earlier record time
    /// @param known the same bias, of the same instant, as of a later one
    /// @param at the instant of both
    public static List<WaterfallPart> between(InstrumentBias seen, InstrumentBias known, Instant at) {
        Map<IndicatorId, List<Contribution>> before = byIndicator(seen);
        Map<IndicatorId, List<Contribution>> after = byIndicator(known);
        Set<IndicatorId> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<WaterfallPart> parts = new ArrayList<>();
        for (IndicatorId id : all) {
            WaterfallPart part = part(before.getOrDefault(id, List.of()), after.getOrDefault(id, List.of()), at);
            if (part.part() != 0) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static Map<IndicatorId, List<Contribution>> byIndicator(InstrumentBias bias) {
        return bias.contributions().stream()
                .collect(Collectors.groupingBy(
                        contribution -> contribution.indicator().id(), TreeMap::new, Collectors.toList()));
    }

    private static WaterfallPart part(List<Contribution> before, List<Contribution> after, Instant at) {
        @Nullable Contribution old = before.isEmpty() ? null : before.getLast();
        @Nullable Contribution now = after.isEmpty() ? null : after.getLast();
        double sum = sum(before);
        return new WaterfallPart(
                PartKind.CORRECTION,
                at,
                (after.isEmpty() ? before : after).getLast().indicator(),
                now == null ? null : now.surprise(),
                old == null ? null : old.surprise(),
                sum,
                sum(after) - sum);
    }

    private static double sum(List<Contribution> contributions) {
        double sum = 0;
        for (Contribution contribution : contributions) {
            sum += contribution.contribution();
        }
        return sum;
    }
}
