package org.macroedge.engine.waterfall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.weight.WeightTimeline;

/// Splits the change of Σ (w/S)·s between two instants into parts that add up to it within 1e−9, over sub-intervals
/// too.
///
/// It walks through time. At each instant it books, in the order of [PartKind]: releases at the weights before (new
/// signal minus the decayed old one), what rolled off, weights that changed at the scale before, then the scale;
/// between instants, decay. An indicator without a usable z has no weight before its first one, so that one is booked
/// as an activation. A sum without any active indicator counts as 0. Immutable and thread-safe.
public final class Waterfall {

    private static final Comparator<WaterfallPart> BOOKED = Comparator.comparing(
                    WaterfallPart::at, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(WaterfallPart::kind);

    private final List<Indicator> indicators;
    private final List<SignalSeries> series;
    private final WeightTimeline timeline;

    /// @param indicators ascending by id
    /// @param series of the indicators, in the same order
    /// @param timeline their weights
    public Waterfall(List<Indicator> indicators, List<SignalSeries> series, WeightTimeline timeline) {
        this.indicators = List.copyOf(indicators);
        this.series = List.copyOf(series);
        this.timeline = timeline;
    }

    /// The parts of a change, those that are not 0, in the order in which they are booked: by instant, kind and
    /// indicator id, and decay last.
    ///
    /// @param row the instrument or index whose weights count
    /// @param chosen the positions of the indicators that can have a weight for it, ascending
    /// @param from what was known then is before the change
    /// @param to not before `from`; what became known then belongs to the change
    public List<WaterfallPart> parts(int row, int[] chosen, Instant from, Instant to) {
        List<WaterfallPart> parts = new ArrayList<>();
        Map<Long, Double> scale = new TreeMap<>();
        for (int indicator : chosen) {
            IndicatorWalk walk = new IndicatorWalk(
                    indicators.get(indicator), series.get(indicator), timeline, row, indicator, from.getEpochSecond());
            parts.addAll(walk.over(from.getEpochSecond(), to.getEpochSecond()));
            walk.scale().forEach((second, part) -> scale.merge(second, part, Double::sum));
        }
        scale.forEach((second, part) -> parts.add(
                new WaterfallPart(PartKind.SCALE, Instant.ofEpochSecond(second), null, null, null, null, part)));
        return parts.stream().filter(part -> part.part() != 0).sorted(BOOKED).toList();
    }
}
