package org.macroedge.engine.bias;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Instrument;
import org.macroedge.engine.numeric.NormalDistribution;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Label;

/// The bias of one instrument at one instant, with the contribution of each release.
///
/// @param z Σ of the contributions in ascending indicator id; null without history
/// @param contributions of live signals with a weight, ascending by indicator id
/// @param missing indicators with a weight and no live signal, ascending by indicator id
public record InstrumentBias(
        Instrument instrument,
        @Nullable Double z,
        Confidence confidence,
        @Nullable Reason reason,
        List<Contribution> contributions,
        List<MissingIndicator> missing) {

    /// Why there is no direction.
    public enum Reason implements Coded {
        /// No indicator with a weight has a usable surprise yet.
        NO_HISTORY,
        /// Every signal has decayed: Z is 0, neutral.
        NO_LIVE_SIGNAL
    }

    /// @param z NaN without history
    static InstrumentBias of(Instrument instrument, double z, Confidence confidence, ReasonsReader.Reasons reasons) {
        InstrumentBias bias = withoutReasons(instrument, Double.isNaN(z) ? null : z, confidence);
        return new InstrumentBias(
                instrument, bias.z(), confidence, bias.reason(), reasons.contributions(), reasons.missing());
    }

    /// A bias without contributions and missing indicators.
    static InstrumentBias withoutReasons(Instrument instrument, @Nullable Double z, Confidence confidence) {
        boolean live = confidence.coverage() != null;
        Reason reason = z == null ? Reason.NO_HISTORY : live ? null : Reason.NO_LIVE_SIGNAL;
        return new InstrumentBias(instrument, z, confidence, reason, List.of(), List.of());
    }

    /// 100·(2Φ(Z) − 1), in [−100, 100]; null without history.
    public @Nullable Double score() {
        return z == null ? null : scoreOf(z);
    }

    /// The direction in words; null without history.
    public @Nullable Label label() {
        return z == null ? null : Label.ofScore(scoreOf(z));
    }

    /// The score of a bias Z.
    public static double scoreOf(double z) {
        return 200 * NormalDistribution.centred(z);
    }
}
