package org.macroedge.engine.bias;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// The release that is the largest reason of most biases.
///
/// @param largest its contribution to the first bias that it leads
/// @param rows how many biases it leads; biases with the same inputs count once
/// @param of how many biases have a label and a contribution; biases with the same inputs count once
/// @param without Z of every bias as if the release had been as expected: the sum of the other contributions, with
///     weights and scale as they are; null without history
public record LeadingRelease(Contribution largest, int rows, int of, List<@Nullable Double> without) {

    /// Finds it. Of two that lead as many biases, the one whose contributions there are larger in sum, then the one of
    /// the smaller indicator id. Biases without a label are led by nothing.
    ///
    /// @return empty where nothing contributes
    public static Optional<LeadingRelease> of(List<InstrumentBias> biases) {
        List<@Nullable InstrumentBias> same = SameInputs.of(biases);
        Map<StandardisedSurprise, Led> led = new LinkedHashMap<>();
        int of = 0;
        for (int index = 0; index < biases.size(); index++) {
            InstrumentBias bias = biases.get(index);
            if (bias.label() == null
                    || same.get(index) != null
                    || bias.composition().agreement() == null) {
                continue;
            }
            of++;
            Contribution first = bias.bySize().getFirst();
            led.merge(first.surprise(), new Led(first, 1, Math.abs(first.contribution())), Led::plus);
        }
        int rows = of;
        return led.values().stream()
                .min(Led.ORDER)
                .map(most -> new LeadingRelease(
                        most.first(),
                        most.rows(),
                        rows,
                        without(biases, most.first().surprise())));
    }

    private static List<@Nullable Double> without(List<InstrumentBias> biases, StandardisedSurprise release) {
        List<@Nullable Double> without = new ArrayList<>();
        for (InstrumentBias bias : biases) {
            without.add(bias.z() == null ? null : sum(bias.contributions(), release));
        }
        return without;
    }

    private static double sum(List<Contribution> contributions, StandardisedSurprise left) {
        double z = 0;
        for (Contribution contribution : contributions) {
            if (contribution.surprise() != left) {
                z += contribution.contribution();
            }
        }
        return z;
    }

    /// @param size Σ|c| over the biases led
    private record Led(Contribution first, int rows, double size) {

        static final Comparator<Led> ORDER = Comparator.comparingInt((Led led) -> -led.rows)
                .thenComparingDouble(led -> -led.size)
                .thenComparing(led -> led.first.indicator().id());

        Led plus(Led other) {
            return new Led(first, rows + other.rows, size + other.size);
        }
    }
}
