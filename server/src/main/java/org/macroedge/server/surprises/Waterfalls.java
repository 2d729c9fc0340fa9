package org.macroedge.server.surprises;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.engine.waterfall.WaterfallPart;
import org.macroedge.server.surprises.view.WaterfallStep;
import org.macroedge.server.surprises.view.WaterfallTotal;

/// Maps the parts of a change to the shapes of the answers.
public final class Waterfalls {

    private static final Comparator<WaterfallPart> BY_SIZE = Comparator.comparingDouble(
                    (WaterfallPart part) -> -Math.abs(part.part()))
            .thenComparing(WaterfallPart::kind)
            .thenComparing(WaterfallPart::at, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Waterfalls::id);

    private Waterfalls() {}

    private static String id(WaterfallPart part) {
        Indicator indicator = part.indicator();
        return indicator == null ? "" : indicator.id().value();
    }

    /// The parts from the largest to the smallest.
    public static List<WaterfallStep> steps(List<WaterfallPart> parts) {
        return parts.stream().sorted(BY_SIZE).map(Waterfalls::step).toList();
    }

    /// The sums by kind, in the order in which parts of one instant are booked.
    public static List<WaterfallTotal> totals(List<WaterfallPart> parts) {
        Map<PartKind, List<WaterfallPart>> kinds =
                parts.stream().collect(Collectors.groupingBy(WaterfallPart::kind, TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind ->
                        new WaterfallTotal(kind.getKey().code(), kind.getValue().size(), sum(kind.getValue())))
                .toList();
    }

    private static double sum(List<WaterfallPart> parts) {
        double sum = 0;
        for (WaterfallPart part : parts) {
            sum += part.part();
        }
        return sum;
    }

    private static WaterfallStep step(WaterfallPart part) {
        Indicator indicator = part.indicator();
        StandardisedSurprise release = part.release();
        StandardisedSurprise replaced = part.replaced();
        return new WaterfallStep(
                part.kind().code(),
                part.at(),
                indicator == null ? null : indicator.id().value(),
                indicator == null ? null : indicator.name(),
                indicator == null ? null : indicator.shortName(),
                indicator == null ? null : indicator.region().code(),
                indicator == null ? null : indicator.category().code(),
                indicator == null ? null : indicator.unit(),
                indicator == null ? null : indicator.step(),
                releaseId(release),
                release == null ? null : release.release().actual(),
                release == null ? null : Contributions.forecast(release),
                release == null ? null : Contributions.forecastKind(release),
                release == null ? List.of() : Mark.codes(release.marks()),
                release == null ? null : release.z(),
                releaseId(replaced),
                part.before(),
                part.part());
    }

    private static @Nullable String releaseId(@Nullable StandardisedSurprise surprise) {
        return surprise == null ? null : surprise.release().releaseId().value();
    }
}
