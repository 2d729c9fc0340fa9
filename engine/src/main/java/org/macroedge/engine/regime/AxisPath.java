package org.macroedge.engine.regime;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.numeric.NormalDistribution;
import org.macroedge.engine.surprise.BoundedSigmaEstimator;

/// One axis over month-ends, from its composites. Each month-end depends on that and earlier ones only.
/// Immutable.
final class AxisPath {

    private static final int START = 12;
    private static final double HALF_LIFE = 60;

    /// A twentieth of the composite's scale, so that an axis that never moved is not certain of its sign.
    private static final double FLOOR = 0.05;

    private final double[] composites;
    private final AxisState[] states;
    private final double[] ratios;
    private final double[] changes;
    private final BrierScores[] scores;
    private final SwitchingPath second;

    /// @param composites of months that follow each other, NaN where there is none
    /// @param second has the opinions at these months
    AxisPath(double[] composites, SwitchingPath second) {
        int months = composites.length;
        this.composites = composites.clone();
        this.states = new AxisState[months];
        this.ratios = new double[months];
        this.changes = new double[months];
        this.scores = new BrierScores[months];
        this.second = second;
        AxisStates rule = new AxisStates();
        BoundedSigmaEstimator scale = new BoundedSigmaEstimator(FLOOR, START, HALF_LIFE);
        for (int month = 0; month < months; month++) {
            states[month] = rule.next(composites[month]);
            ratios[month] = composites[month] / scale.sigma();
            changes[month] = month == 0 ? Double.NaN : composites[month] - composites[month - 1];
            if (!Double.isNaN(changes[month])) {
                scale.learn(changes[month]);
            }
            scores[month] = month == 0 ? BrierScores.NONE : scored(month);
        }
    }

    /// What the month before foretold of this one.
    private BrierScores scored(int month) {
        BrierScores before = scores[month - 1];
        double up = NormalDistribution.cdf(ratios[month - 1]);
        return Double.isNaN(up) || Double.isNaN(composites[month])
                ? before
                : before.with(up, composites[month - 1], composites[month]);
    }

    AxisState state(int month) {
        return states[month];
    }

    /// Null where there is none.
    @Nullable
    Double composite(int month) {
        return orNull(composites[month]);
    }

    /// Whether the state is that of an earlier month-end, since the composite is not beyond the band on its side.
    boolean isHeld(int month) {
        return states[month] != AxisState.UNDETERMINED && AxisStates.side(composites[month]) != states[month];
    }

    /// Composite over the scale of its earlier monthly changes; NaN without one.
    double ratio(int month) {
        return ratios[month];
    }

    /// The change of the composite from the month before; NaN where there is none.
    double change(int month) {
        return changes[month];
    }

    AxisReading reading(int month) {
        double up = NormalDistribution.cdf(ratios[month]);
        return new AxisReading(
                composite(month),
                states[month],
                reason(month),
                orNull(up),
                distance(month),
                scores[month],
                second.opinion(month));
    }

    private @Nullable NoAxisState reason(int month) {
        if (states[month] != AxisState.UNDETERMINED) {
            return null;
        }
        return Double.isNaN(composites[month]) ? NoAxisState.TOO_FEW_DATA : NoAxisState.INSIDE_BAND;
    }

    private @Nullable Double distance(int month) {
        return switch (states[month]) {
            case UP -> composites[month] + AxisStates.BAND;
            case DOWN -> AxisStates.BAND - composites[month];
            case UNDETERMINED -> null;
        };
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
