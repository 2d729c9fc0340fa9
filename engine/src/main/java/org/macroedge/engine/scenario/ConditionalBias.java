package org.macroedge.engine.scenario;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;

/// The second line of a scenario: the releases that it leaves out come not as expected, but at their mean given those
/// that it sets. One without a mean still comes as expected.
///
/// @param surprises of those that are left out, by id
/// @param after the bias with these means, by instrument; null where none of them has a mean
public record ConditionalBias(
        List<ConditionalSurprise> surprises, @Nullable List<InstrumentBias> after) {

    public ConditionalBias {
        surprises = List.copyOf(surprises);
        after = after == null ? null : List.copyOf(after);
    }

    /// @param releases those with [Figure.Expected] are left out
    /// @param assumed their surprises, in the same order; one without a z takes no part
    /// @return empty where none is set or none is left out
    static Optional<ConditionalBias> of(
            KnownBias known, Instant at, List<AssumedRelease> releases, List<StandardisedSurprise> assumed) {
        Map<IndicatorId, Double> set = new TreeMap<>();
        TreeSet<IndicatorId> leftOut = new TreeSet<>();
        for (int index = 0; index < releases.size(); index++) {
            @Nullable Double z = assumed.get(index).z();
            if (z != null && isLeftOut(releases.get(index))) {
                leftOut.add(releases.get(index).indicator());
            } else if (z != null) {
                set.put(releases.get(index).indicator(), z);
            }
        }
        return set.isEmpty() || leftOut.isEmpty()
                ? Optional.empty()
                : Optional.of(withMeans(known, at, releases, known.given(set).of(leftOut)));
    }

    private static ConditionalBias withMeans(
            KnownBias known, Instant at, List<AssumedRelease> releases, List<ConditionalSurprise> surprises) {
        Map<IndicatorId, Double> means = new HashMap<>();
        for (ConditionalSurprise surprise : surprises) {
            @Nullable Double mean = surprise.z();
            if (mean != null) {
                means.put(surprise.indicator(), mean);
            }
        }
        if (means.isEmpty()) {
            return new ConditionalBias(surprises, null);
        }
        List<AssumedRelease> moved =
                releases.stream().map(release -> withMean(release, means)).toList();
        return new ConditionalBias(surprises, known.with(at, moved).biases());
    }

    private static boolean isLeftOut(AssumedRelease release) {
        return release.figure() instanceof Figure.Expected;
    }

    private static AssumedRelease withMean(AssumedRelease release, Map<IndicatorId, Double> means) {
        @Nullable Double mean = isLeftOut(release) ? means.get(release.indicator()) : null;
        return mean == null ? release : release.with(new Figure.Size(mean));
    }
}
