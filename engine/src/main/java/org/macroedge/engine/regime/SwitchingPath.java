package org.macroedge.engine.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.macroedge.engine.switching.NoEstimate;
import org.macroedge.engine.switching.SwitchingEstimate;
import org.macroedge.engine.switching.SwitchingLevel;
import org.macroedge.engine.switching.SwitchingModel;
import org.macroedge.engine.switching.SwitchingParameters;

/// The second opinion on one axis over month-ends. At each of them, a model of two means with one variance
/// is fitted to the composites of the month-ends in a row that end there, and filtered up to there: a
/// month-end depends on that and earlier ones only. A month-end without a composite ends the row.
/// Immutable.
final class SwitchingPath {

    /// Five years: about the shortest span with an upswing and a downswing.
    static final int LEAST_MONTHS = 60;

    /// With fewer month-ends, a state stays with at least [#LEAST_STAYING].
    static final int RESTRICTED_BELOW = 100;

    /// Four months on average. What is left sooner is an outlier of some prints, and few data cannot tell
    /// the two apart.
    static final double LEAST_STAYING = 0.75;

    /// No month-end yet.
    static final SwitchingPath NONE = new SwitchingPath(new double[0], List.of());

    private final double[] composites;
    private final List<SecondOpinion> opinions;

    private SwitchingPath(double[] composites, List<SecondOpinion> opinions) {
        this.composites = composites;
        this.opinions = opinions;
    }

    /// A path that has an opinion at each of these month-ends. Those of the first ones that are the same
    /// are taken over.
    ///
    /// @param wanted of months that follow each other, NaN where there is none
    SwitchingPath over(double[] wanted) {
        int mismatch = Arrays.mismatch(composites, wanted);
        int same = mismatch < 0 ? wanted.length : mismatch;
        if (same == wanted.length) {
            return this;
        }
        List<SecondOpinion> next = new ArrayList<>(opinions.subList(0, same));
        for (int month = same; month < wanted.length; month++) {
            BrierScores scores = month == 0 ? BrierScores.NONE : scored(next.getLast(), wanted, month);
            next.add(opinion(row(wanted, month), scores));
        }
        return new SwitchingPath(wanted.clone(), List.copyOf(next));
    }

    SecondOpinion opinion(int month) {
        return opinions.get(month);
    }

    private static BrierScores scored(SecondOpinion before, double[] composites, int month) {
        AxisSwitching switching = before.switching();
        return switching == null || Double.isNaN(composites[month])
                ? before.scores()
                : before.scores().with(switching.upper(), composites[month - 1], composites[month]);
    }

    /// The composites in a row that end at a month.
    static double[] row(double[] composites, int month) {
        int first = month + 1;
        while (first > 0 && !Double.isNaN(composites[first - 1])) {
            first--;
        }
        return Arrays.copyOfRange(composites, first, month + 1);
    }

    private static SecondOpinion opinion(double[] row, BrierScores scores) {
        return switch (row.length < LEAST_MONTHS ? null : SwitchingEstimate.of(model(row.length), row)) {
            case null -> new SecondOpinion(null, NoSecondOpinion.TOO_FEW_MONTHS, scores);
            case SwitchingEstimate.NotFound(NoEstimate cause) -> new SecondOpinion(null, reason(cause), scores);
            case SwitchingEstimate.Found(SwitchingEstimate estimate) ->
                new SecondOpinion(switching(estimate), null, scores);
        };
    }

    /// Two means, one variance, no autoregression: what makes a composite persist is the state alone.
    static SwitchingModel model(int months) {
        return new SwitchingModel(2, 0, SwitchingLevel.MEAN, false, months < RESTRICTED_BELOW ? LEAST_STAYING : 0);
    }

    private static NoSecondOpinion reason(NoEstimate cause) {
        return cause == NoEstimate.CONSTANT ? NoSecondOpinion.CONSTANT : NoSecondOpinion.NO_MAXIMUM;
    }

    private static AxisSwitching switching(SwitchingEstimate estimate) {
        SwitchingParameters parameters = estimate.parameters();
        double[][] filtered = estimate.filtered().probabilities();
        return new AxisSwitching(
                filtered[filtered.length - 1][1],
                parameters.levels()[0],
                parameters.levels()[1],
                parameters.expectedDuration(0),
                parameters.expectedDuration(1));
    }
}
