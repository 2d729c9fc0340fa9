package org.macroedge.server.bias;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.BiasModel;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.bias.LeadingRelease;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.statistics.ParticipationRatio;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.bias.view.BiasLead;
import org.macroedge.server.bias.view.BiasWithoutLead;
import org.macroedge.server.bias.view.IndependentBiases;
import org.macroedge.server.surprises.HistoryInstants;

/// Whether many biases are many opinions or one: the release that leads most of them, and how many of them move
/// independently.
final class OneOpinion {

    private static final int DAYS_A_YEAR = 366;

    /// With fewer changes, correlations say little.
    private static final int FEWEST_CHANGES = 20;

    private OneOpinion() {}

    /// @return null where nothing contributes
    static @Nullable BiasLead lead(List<InstrumentBias> biases) {
        return LeadingRelease.of(biases).map(lead -> view(lead, biases)).orElse(null);
    }

    private static BiasLead view(LeadingRelease lead, List<InstrumentBias> biases) {
        Indicator indicator = lead.largest().indicator();
        ObservedRelease release = lead.largest().surprise().release();
        List<BiasWithoutLead> without = new ArrayList<>();
        for (int index = 0; index < biases.size(); index++) {
            without.add(without(biases.get(index), lead.without().get(index)));
        }
        return new BiasLead(
                indicator.id().value(),
                indicator.name(),
                indicator.shortName(),
                indicator.region().code(),
                release.releaseId().value(),
                release.releasedAt(),
                lead.rows(),
                lead.of(),
                without);
    }

    private static BiasWithoutLead without(InstrumentBias bias, @Nullable Double z) {
        Double score = z == null ? null : InstrumentBias.scoreOf(z);
        String label = score == null || bias.label() == null
                ? null
                : Label.ofScore(score).code();
        return new BiasWithoutLead(bias.instrument().id().value(), score, label);
    }

    /// @param first the instant of the first release known
    /// @return null where fewer than 20 daily changes are known, or no bias moved
    static @Nullable IndependentBiases independent(BiasModel model, Instant first, Instant asOf) {
        Instant yearBefore = asOf.minus(DAYS_A_YEAR, ChronoUnit.DAYS);
        List<Instant> closes = HistoryInstants.closes(yearBefore.isBefore(first) ? first : yearBefore, asOf);
        if (closes.size() <= FEWEST_CHANGES) {
            return null;
        }
        double[][] z =
                model.history(closes.stream().mapToLong(Instant::getEpochSecond).toArray());
        ParticipationRatio ratio =
                ParticipationRatio.of(Arrays.stream(z).map(OneOpinion::changes).toList());
        return ratio.series() == 0
                ? null
                : new IndependentBiases(
                        ratio.effective(), ratio.series(), ratio.observations(), closes.getFirst(), closes.getLast());
    }

    private static double[] changes(double[] levels) {
        double[] changes = new double[levels.length - 1];
        for (int index = 0; index < changes.length; index++) {
            changes[index] = levels[index + 1] - levels[index];
        }
        return changes;
    }
}
