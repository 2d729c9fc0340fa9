package org.macroedge.engine.scenario;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.statistics.SurpriseDistribution;

/// Chooses the flips of a label that a map names, and gives them their probability.
///
/// @param past how the surprises of the release's indicator have been distributed
/// @param forecastKnown whether something is expected of the release, so that its flips have values
record LabelFlips(SurpriseDistribution past, boolean forecastKnown) {

    /// The nearest flip upwards and the nearest one downwards, nearest first. Where a first value is beyond
    /// several bounds, the label is that of the farthest of them, as it is at that value.
    List<LabelFlip> of(Sensitivity sensitivity) {
        List<Flip> flips = sensitivity.flips().stream()
                .filter(flip -> flip.label() != null && (flip.firstValue() != null || !forecastKnown))
                .toList();
        return IntStream.of(-1, 1)
                .mapToObj(direction -> flips.stream()
                        .filter(flip -> sensitivity.direction(flip) == direction)
                        .toList())
                .flatMap(this::first)
                .map(flip -> of(sensitivity, flip))
                .sorted(Comparator.comparingDouble(LabelFlip::distance))
                .toList();
    }

    private Stream<Flip> first(List<Flip> nearestFirst) {
        @Nullable
        BigDecimal first =
                nearestFirst.isEmpty() ? null : nearestFirst.getFirst().firstValue();
        return first == null || !forecastKnown
                ? nearestFirst.stream().limit(1)
                : nearestFirst.stream()
                        .filter(flip -> first.equals(flip.firstValue()))
                        .reduce((_, farther) -> farther)
                        .stream();
    }

    private LabelFlip of(Sensitivity sensitivity, Flip flip) {
        double threshold = forecastKnown ? sensitivity.halfway(flip) : flip.z();
        @Nullable Double probability = null;
        if (past.isKnown()) {
            probability = sensitivity.direction(flip) > 0 ? past.above(threshold) : past.below(threshold);
        }
        return new LabelFlip(
                Objects.requireNonNull(flip.label()),
                flip.z(),
                forecastKnown ? flip.value() : null,
                forecastKnown ? flip.firstValue() : null,
                forecastKnown ? flip.firstZ() : null,
                probability);
    }
}
