package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Mark;

/// The policy rate that a decision finds: that of the last decision, for the first one the predecessor's last rate.
/// Empty for the first decision of a rate without a predecessor, because what a release
/// states as previous was not known before it. Decisions that a person set aside did not change the rate.
final class RateInForce implements ComputedForecast {

    private static final String SOURCE = "rate-in-force";

    private final List<ObservedRelease> predecessors;
    private @Nullable BigDecimal own;

    /// @param predecessors the decisions on the rates that this one succeeds, in any order
    RateInForce(List<ObservedRelease> predecessors) {
        this.predecessors = ReleaseOrder.sorted(predecessors, release -> release);
    }

    @Override
    public Optional<ObservedForecast> before(Instant releasedAt) {
        BigDecimal rate = own == null ? ofPredecessor(releasedAt) : own;
        return rate != null
                ? Optional.of(new ObservedForecast(ForecastKind.NAIVE, rate, SOURCE, ForecastLadder.COMPUTED, null))
                : Optional.empty();
    }

    private @Nullable BigDecimal ofPredecessor(Instant releasedAt) {
        @Nullable BigDecimal rate = null;
        for (ObservedRelease decision : predecessors) {
            if (decision.releasedAt().isBefore(releasedAt) && !decision.isSetAside()) {
                rate = decision.actual();
            }
        }
        return rate;
    }

    @Override
    public Mark mark(ObservedForecast forecast) {
        return Mark.NO_FORECAST;
    }

    @Override
    public void learn(List<StandardisedSurprise> together) {
        for (StandardisedSurprise decision : together) {
            if (!decision.release().isSetAside()) {
                own = decision.release().actual();
            }
        }
    }
}
