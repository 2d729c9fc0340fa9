package org.macroedge.engine.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.bias.InstrumentBias;
import org.macroedge.engine.vocabulary.Label;

/// A Z at which a label or the sign changes.
///
/// @param total the bound; of labels the Z nearest to 0 that has the stronger one
/// @param below the label of a smaller Z; null for the sign
/// @param above the label of a larger Z; null for the sign
record Bound(double total, @Nullable Label below, @Nullable Label above) {

    /// Beyond any bound.
    private static final double FAR = 8;

    private static final double DIRECTIONAL = nearest(Label.BULLISH);
    private static final double STRONG = nearest(Label.STRONGLY_BULLISH);

    static final List<Bound> ALL = List.of(
            new Bound(-STRONG, Label.STRONGLY_BEARISH, Label.BEARISH),
            new Bound(-DIRECTIONAL, Label.BEARISH, Label.NEUTRAL),
            new Bound(0, null, null),
            new Bound(DIRECTIONAL, Label.NEUTRAL, Label.BULLISH),
            new Bound(STRONG, Label.BULLISH, Label.STRONGLY_BULLISH));

    /// The smallest Z with a label that is at least as strong.
    private static double nearest(Label label) {
        double low = 0;
        double high = FAR;
        while (Math.nextUp(low) < high) {
            double middle = low + (high - low) / 2;
            if (label(middle).compareTo(label) >= 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static Label label(double z) {
        return Label.ofScore(InstrumentBias.scoreOf(z));
    }

    boolean isOfSign() {
        return above == null;
    }

    /// The label beyond it; null for the sign.
    @Nullable
    Label beyond(boolean up) {
        return up ? above : below;
    }

    /// Whether a Z is beyond it.
    ///
    /// @param up above it, else below it; 0 has no sign
    boolean isReached(double z, boolean up) {
        if (above == null || below == null) {
            return up ? z > 0 : z < 0;
        }
        return up ? label(z).compareTo(above) >= 0 : label(z).compareTo(below) <= 0;
    }
}
