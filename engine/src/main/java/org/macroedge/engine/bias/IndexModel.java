package org.macroedge.engine.bias;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.catalogue.WeightSet;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.waterfall.WaterfallPart;

/// Surprise indices at any instant: the calculation of a bias without an instrument. Index = Σ (w/S)·s over the
/// indicators of its areas and categories, in ascending indicator id, with w = importance · stage / √n, n the members
/// of the indicator's group in force, and S the [org.macroedge.engine.weight.AnalyticScale] of the same set. In units
/// of a standard deviation; not bounded.
///
/// A release at exactly the instant counts; a later one never does. Every answer is read from the same walk over the
/// signals as a bias. Immutable and thread-safe.
public final class IndexModel {

    private final List<SurpriseIndex> indices;
    private final List<IndexGroup> groups;

    /// @param indicators in any order, each id once
    /// @param indices in the order of every answer, each id once
    /// @param surprises per indicator, in any order; an indicator without any may be absent
    public IndexModel(
            List<Indicator> indicators,
            List<SurpriseIndex> indices,
            Map<IndicatorId, List<StandardisedSurprise>> surprises) {
        List<Indicator> ascending =
                indicators.stream().sorted(Comparator.comparing(Indicator::id)).toList();
        Map<WeightSet, List<SurpriseIndex>> sharing = new LinkedHashMap<>();
        indices.forEach(index -> sharing.computeIfAbsent(index.weights(), weights -> new ArrayList<>())
                .add(index));
        this.indices = List.copyOf(indices);
        this.groups = sharing.entrySet().stream()
                .map(entry -> new IndexGroup(
                        entry.getValue(),
                        IndicatorInput.all(ascending, entry.getKey(), surprises, Map.of()),
                        entry.getKey()))
                .toList();
    }

    /// The indices, in the order of every answer.
    public List<SurpriseIndex> indices() {
        return indices;
    }

    /// Every index at an instant.
    public List<IndexBreakdown> at(Instant instant) {
        long second = instant.getEpochSecond();
        Map<SurpriseIndex, IndexBreakdown> found = new LinkedHashMap<>();
        groups.forEach(group -> group.at(all(group), second).forEach(answer -> found.put(answer.index(), answer)));
        return indices.stream().map(found::get).toList();
    }

    /// One index at an instant. Only its indicators are read.
    ///
    /// @param index one of [#indices]
    public IndexBreakdown at(SurpriseIndex index, Instant instant) {
        IndexGroup group = group(index);
        int[] row = {group.indices().indexOf(index)};
        return group.at(row, instant.getEpochSecond()).getFirst();
    }

    /// Every index at many instants.
    ///
    /// @param seconds since 1970-01-01T00:00Z, ascending
    public List<IndexPoints> history(long[] seconds) {
        Map<SurpriseIndex, IndexPoints> found = new LinkedHashMap<>();
        groups.forEach(group -> group.points(all(group), seconds).forEach(points -> found.put(points.index(), points)));
        return indices.stream().map(found::get).toList();
    }

    /// One index at many instants.
    ///
    /// @param index one of [#indices]
    /// @param seconds since 1970-01-01T00:00Z, ascending
    public IndexPoints history(SurpriseIndex index, long[] seconds) {
        IndexGroup group = group(index);
        int[] row = {group.indices().indexOf(index)};
        return group.points(row, seconds).getFirst();
    }

    /// Why an index changes between two instants, in parts that add up to the change. An index without a value counts
    /// as 0.
    ///
    /// @param index one of [#indices]
    /// @param from not after `to`
    public List<WaterfallPart> change(SurpriseIndex index, Instant from, Instant to) {
        IndexGroup group = group(index);
        return group.change(group.indices().indexOf(index), from, to);
    }

    private IndexGroup group(SurpriseIndex index) {
        return groups.stream()
                .filter(group -> group.indices().contains(index))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("index " + index.id() + " is not in the model"));
    }

    private static int[] all(IndexGroup group) {
        return IntStream.range(0, group.indices().size()).toArray();
    }
}
