package org.macroedge.server.bias;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.bias.view.CauseRelease;
import org.macroedge.server.bias.view.ReleaseCause;
import org.macroedge.server.bias.view.ReleaseEffect;
import org.macroedge.server.bias.view.ScoreMove;
import org.macroedge.server.surprises.Contributions;
import org.macroedge.server.surprises.Surprises;

/// What moved the scores in the last 24 hours: the largest few of the release instants. Of several releases at one
/// instant, the one that adds most to the biases comes first: Σ over the instruments of |contribution|.
final class ReleaseCauses {

    private static final int SHOWN = 4;
    private static final int MOVES = 5;

    /// A score that moved by less rounds to no change.
    private static final double LEAST = 1;

    private ReleaseCauses() {}

    /// The instants that moved a score by a point or more, by the largest move and then by time.
    static List<ReleaseCause> of(List<ReleaseEffect> effects, BiasModel model, Surprises surprises) {
        List<ReleaseEffect> largest = effects.stream()
                .filter(effect -> largest(effect) >= LEAST)
                .sorted(Comparator.comparingDouble((ReleaseEffect effect) -> -largest(effect))
                        .thenComparing(ReleaseEffect::releasedAt))
                .limit(SHOWN)
                .toList();
        return largest.stream()
                .map(effect -> new ReleaseCause(
                        effect.releasedAt(),
                        releases(effect.releasedAt(), model, surprises),
                        (int) effect.items().stream()
                                .filter(ReleaseCauses::isLabelChanged)
                                .count(),
                        moves(effect)))
                .toList();
    }

    private static double largest(ReleaseEffect effect) {
        return effect.items().stream().mapToDouble(ReleaseCauses::size).max().orElse(0);
    }

    private static double size(ScoreMove move) {
        return move.before() == null || move.after() == null ? 0 : Math.abs(move.after() - move.before());
    }

    private static boolean isLabelChanged(ScoreMove move) {
        return !Objects.equals(move.labelBefore(), move.labelAfter());
    }

    private static List<ScoreMove> moves(ReleaseEffect effect) {
        return effect.items().stream()
                .filter(move -> size(move) >= LEAST)
                .sorted(Comparator.comparing((ScoreMove move) -> !isLabelChanged(move))
                        .thenComparingDouble(move -> -size(move)))
                .limit(MOVES)
                .toList();
    }

    private static List<CauseRelease> releases(Instant instant, BiasModel model, Surprises surprises) {
        Map<IndicatorId, Double> added = model.at(instant).stream()
                .flatMap(bias -> bias.contributions().stream())
                .filter(part -> part.ageSeconds() == 0)
                .collect(Collectors.groupingBy(
                        part -> part.indicator().id(),
                        Collectors.summingDouble(part -> Math.abs(part.contribution()))));
        return surprises.catalogue().indicators().stream()
                .flatMap(indicator -> at(instant, surprises.of(indicator.id()))
                        .map(surprise -> new Released(indicator, surprise, added.getOrDefault(indicator.id(), 0.0))))
                .sorted(Comparator.comparingDouble(released -> -released.added()))
                .map(Released::view)
                .toList();
    }

    /// @param ascending the surprises of one indicator
    private static Stream<StandardisedSurprise> at(Instant instant, List<StandardisedSurprise> ascending) {
        return ascending.reversed().stream()
                .takeWhile(surprise -> !surprise.release().releasedAt().isBefore(instant))
                .filter(surprise ->
                        surprise.z() != null && surprise.release().releasedAt().equals(instant));
    }

    /// @param added Σ over the instruments of |contribution|
    private record Released(Indicator indicator, StandardisedSurprise surprise, double added) {

        CauseRelease view() {
            return new CauseRelease(
                    surprise.release().releaseId().value(),
                    indicator.id().value(),
                    indicator.name(),
                    indicator.shortName(),
                    indicator.region().code(),
                    indicator.category().code(),
                    indicator.importance(),
                    surprise.release().actual(),
                    Contributions.forecast(surprise),
                    Contributions.forecastKind(surprise),
                    Objects.requireNonNull(surprise.z()));
        }
    }
}
