package org.macroedge.server.indices;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.IndexBreakdown;
import org.macroedge.engine.bias.IndexReading;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.vocabulary.Area;
import org.macroedge.engine.vocabulary.Bloc;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.indices.view.IndexChange;
import org.macroedge.server.indices.view.IndexItem;

/// Maps the engine's indices to the shapes of the answers.
final class IndexViews {

    private IndexViews() {}

    static IndexItem item(IndexBreakdown now, IndexChange change) {
        SurpriseIndex index = now.index();
        return new IndexItem(
                index.id(),
                index.name(),
                index.aliases(),
                index.areas().stream().map(IndexViews::code).sorted().toList(),
                codes(index.categories()),
                index.weights().mode().code(),
                now.reading().z(),
                change,
                now.reading().coverage(),
                now.indicators(),
                now.live(),
                now.onlyIndicator().map(indicator -> indicator.id().value()).orElse(null),
                reason(now.reading()));
    }

    private static String code(Area area) {
        return switch (area) {
            case Region region -> region.code();
            case Bloc bloc -> bloc.code();
        };
    }

    private static <E extends Enum<E> & Coded> List<String> codes(Collection<E> constants) {
        return constants.stream().sorted().map(Coded::code).toList();
    }

    static @Nullable String reason(IndexReading reading) {
        IndexReading.Reason reason = reading.reason();
        return reason == null ? null : reason.code();
    }

    static IndexChange change(IndexBreakdown now, IndexBreakdown dayBefore, IndexBreakdown weekBefore) {
        return new IndexChange(difference(now, dayBefore), difference(now, weekBefore));
    }

    private static @Nullable Double difference(IndexBreakdown now, IndexBreakdown before) {
        Double later = now.reading().z();
        Double earlier = before.reading().z();
        return later == null || earlier == null ? null : later - earlier;
    }

    static Map<String, Double> halfLives(WeightSet weights) {
        Map<String, Double> halfLives = new TreeMap<>();
        weights.halfLives().forEach((frequency, days) -> halfLives.put(frequency.code(), days));
        return halfLives;
    }
}
