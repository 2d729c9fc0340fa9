package org.macroedge.engine.surprise;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.ForecastKind;

/// The policy rate that a decision finds: that of the last decision, for the first one the predecessor's last rate.
/// Empty for other indicators, and for the first decision of a rate without a predecessor, because what a release
/// states as previous was not known before it. Decisions that a person set aside did not change the rate.
final class RateInForce {

    private static final String SOURCE = "rate-in-force";

    private final boolean policyRate;
    private final List<ObservedRelease> predecessors;
    private @Nullable BigDecimal own;

    /// @param predecessors the decisions on the rates that this one succeeds, in any order
    RateInForce(Indicator indicator, List<ObservedRelease> predecessors) {
        this.policyRate = indicator.isPolicyRate();
        this.predecessors = ReleaseOrder.sorted(predecessors, release -> release);
    }

    /// The rate as a forecast of a decision.
    Optional<ObservedForecast> before(Instant releasedAt) {
        BigDecimal rate = own == null ? ofPredecessor(releasedAt) : own;
        return policyRate && rate != null
                ? Optional.of(new ObservedForecast(ForecastKind.NAIVE, rate, SOURCE, 0, null))
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

    /// Takes a decision.
    void learn(ObservedRelease decision) {
        if (!decision.isSetAside()) {
            own = decision.actual();
        }
    }
}
