package org.macroedge.engine.regime;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Quadrant;
import org.macroedge.engine.vocabulary.Region;

/// The quadrant that holds for a release of a region at any second: that of the last month-end
/// strictly before it, as [RegimeModel] has it. A month-end rests on releases strictly before
/// it, so later data never change what holds for an earlier second.
///
/// A region is computed when it is first asked for, once. Before the first month-end with data,
/// and from the first one on at which every print is too old to serve, it is undetermined.
/// Thread-safe.
public final class QuadrantTimeline {

    private final List<Indicator> indicators;
    private final Map<IndicatorId, List<StandardisedSurprise>> surprises;
    private final @Nullable Cut cut;
    private final Map<Region, Path> paths = new ConcurrentHashMap<>();

    /// @param starts the seconds from which each quadrant holds, the first being
    /// [Long#MIN_VALUE]
    private record Path(long[] starts, Quadrant[] quadrants) {

        Quadrant at(long second) {
            int found = Arrays.binarySearch(starts, second);
            return quadrants[found >= 0 ? found : -found - 2];
        }
    }

    /// That only what is known at an instant counts.
    ///
    /// @param whole the timeline of all releases
    private record Cut(Instant asOf, QuadrantTimeline whole) {}

    /// @param indicators in any order, each id once
    /// @param surprises of every release, per indicator and in any order; an indicator without
    /// any may be absent. They must not be changed afterwards
    public QuadrantTimeline(List<Indicator> indicators, Map<IndicatorId, List<StandardisedSurprise>> surprises) {
        this(indicators, surprises, null);
    }

    private QuadrantTimeline(
            List<Indicator> indicators, Map<IndicatorId, List<StandardisedSurprise>> surprises, @Nullable Cut cut) {
        this.indicators = indicators;
        this.surprises = surprises;
        this.cut = cut;
    }

    /// The first month-end, 24:00 UTC of a month's last day, that is not before a second.
    public static long monthEnd(long second) {
        return RegimeComposite.end(
                YearMonth.from(Instant.ofEpochSecond(second - 1).atOffset(ZoneOffset.UTC)));
    }

    /// The quadrant that holds for a release of a region at a second.
    public Quadrant at(Region region, long second) {
        return path(region).at(second);
    }

    /// The seconds from which another quadrant of a region holds: each is the first one after a
    /// month-end.
    public LongStream changes(Region region) {
        return Arrays.stream(path(region).starts).skip(1);
    }

    /// The same with only the releases that are known at an instant. A region without later
    /// ones is not computed again.
    public QuadrantTimeline until(Instant asOf) {
        return new QuadrantTimeline(indicators, surprises, new Cut(asOf, this));
    }

    /// The same with further releases.
    public QuadrantTimeline with(List<StandardisedSurprise> arrived) {
        Map<IndicatorId, List<StandardisedSurprise>> known = new HashMap<>();
        surprises.keySet().forEach(indicator -> known.put(indicator, new ArrayList<>(known(indicator))));
        arrived.forEach(
                surprise -> known.computeIfAbsent(surprise.release().indicator(), indicator -> new ArrayList<>())
                        .add(surprise));
        return new QuadrantTimeline(indicators, known);
    }

    private List<StandardisedSurprise> known(IndicatorId indicator) {
        List<StandardisedSurprise> all = surprises.getOrDefault(indicator, List.of());
        return cut == null
                ? all
                : all.stream()
                        .filter(surprise -> !surprise.release().releasedAt().isAfter(cut.asOf))
                        .toList();
    }

    private Path path(Region region) {
        return paths.computeIfAbsent(region, this::compute);
    }

    private Path compute(Region region) {
        Map<IndicatorId, List<ObservedRelease>> releases = new HashMap<>();
        boolean isWhole = true;
        for (Indicator indicator : indicators) {
            if (indicator.region() == region) {
                List<StandardisedSurprise> known = known(indicator.id());
                isWhole &= known.size()
                        == surprises.getOrDefault(indicator.id(), List.of()).size();
                releases.put(
                        indicator.id(),
                        known.stream().map(StandardisedSurprise::release).toList());
            }
        }
        return cut != null && isWhole
                ? cut.whole.path(region)
                : path(new RegimeModel(region, indicators, releases, new SecondOpinions()).quadrants());
    }

    private static Path path(SortedMap<YearMonth, Quadrant> months) {
        long[] starts = new long[months.size() + 1];
        Quadrant[] quadrants = new Quadrant[starts.length];
        starts[0] = Long.MIN_VALUE;
        quadrants[0] = Quadrant.UNDETERMINED;
        int count = 1;
        for (Map.Entry<YearMonth, Quadrant> month : months.entrySet()) {
            if (month.getValue() != quadrants[count - 1]) {
                starts[count] = RegimeComposite.end(month.getKey()) + 1;
                quadrants[count++] = month.getValue();
            }
        }
        return new Path(Arrays.copyOf(starts, count), Arrays.copyOf(quadrants, count));
    }
}
