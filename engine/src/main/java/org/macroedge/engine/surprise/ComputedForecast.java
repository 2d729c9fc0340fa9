package org.macroedge.engine.surprise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.vocabulary.Mark;

/// The forecast that is computed from an indicator's earlier figures, for releases of which none of a better kind was
/// captured: the rate in force of a policy rate, one from its own prints of every other indicator.
sealed interface ComputedForecast permits RateInForce, OwnPrintForecast {

    /// The forecast of the releases of an instant; empty where there is none.
    ///
    /// @param releasedAt after every release learnt
    Optional<ObservedForecast> before(Instant releasedAt);

    /// The mark of a release that is measured against it.
    Mark mark(ObservedForecast forecast);

    /// Takes the releases of an instant.
    void learn(List<StandardisedSurprise> together);
}
