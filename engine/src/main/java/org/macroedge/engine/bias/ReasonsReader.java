package org.macroedge.engine.bias;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.signal.SignalSeries;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.weight.ScaledWeights;

/// Reads the reasons for an instrument's bias from a walk at one instant: the contribution of every live signal, and
/// the indicators that contribute nothing.
final class ReasonsReader {

    private final SignalWalk walk;
    private final List<IndicatorInput> inputs;

    ReasonsReader(SignalWalk walk, List<IndicatorInput> inputs) {
        this.walk = walk;
        this.inputs = inputs;
    }

    /// The contributions and missing indicators of an instrument, both ascending by indicator
    /// id. A live signal without a weight in the quadrant of its release is neither.
    record Reasons(List<Contribution> contributions, List<MissingIndicator> missing) {}

    /// @param instrument its position
    Reasons read(int instrument) {
        long second = walk.block().second(0);
        ScaledWeights weights = walk.weights();
        int[] indicators = weights.indicators(instrument);
        List<Contribution> contributions = new ArrayList<>();
        List<MissingIndicator> missing = new ArrayList<>();
        for (int entry = 0; entry < indicators.length; entry++) {
            IndicatorInput input = inputs.get(indicators[entry]);
            int inForce = walk.inForce(indicators[entry]);
            int live = input.signals().firstLive(inForce, second);
            boolean active = weights.isActive(instrument, entry);
            if (live > inForce || !active) {
                double share = weights.size(instrument, entry) / weights.total(instrument);
                missing.add(missing(input, inForce, share, second));
                continue;
            }
            for (int signal = live; signal <= inForce; signal++) {
                double unit = weights.unit(instrument, entry, input.signals().releasedAt(signal));
                if (unit != 0) {
                    contributions.add(contribution(input, signal, unit, second));
                }
            }
        }
        return new Reasons(List.copyOf(contributions), List.copyOf(missing));
    }

    private static Contribution contribution(IndicatorInput input, int signal, double weight, long second) {
        SignalSeries series = input.signals();
        StandardisedSurprise surprise = series.surprise(signal);
        long age = series.age(signal, second);
        return new Contribution(
                input.indicator(),
                surprise,
                series.z(signal),
                weight,
                age,
                series.halfLife().decay(age),
                weight * series.signal(signal, second),
                marks(input, surprise, second));
    }

    private static Set<Mark> marks(IndicatorInput input, StandardisedSurprise surprise, long second) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(surprise.marks());
        marks.remove(Mark.CLIPPED);
        @Nullable Double raw = surprise.zRaw();
        if (raw != null && Math.abs(raw) > input.signals().clip()) {
            marks.add(Mark.CLIPPED);
        }
        if (input.known().supersede(surprise, second)) {
            marks.add(Mark.SUPERSEDED);
        }
        return marks;
    }

    private static MissingIndicator missing(IndicatorInput input, int inForce, double weight, long second) {
        return new MissingIndicator(input.indicator(), weight, reason(input, inForce, second));
    }

    private static MissingIndicator.Reason reason(IndicatorInput input, int inForce, long second) {
        if (inForce != SignalSeries.NONE) {
            return MissingIndicator.Reason.ROLLED_OFF;
        }
        @Nullable StandardisedSurprise newest = input.known().newest(second);
        if (newest == null) {
            return MissingIndicator.Reason.NO_RELEASE;
        }
        return switch (newest.reason()) {
            case NOTHING_EXPECTED -> MissingIndicator.Reason.NOTHING_EXPECTED;
            case INSUFFICIENT_HISTORY -> MissingIndicator.Reason.INSUFFICIENT_HISTORY;
            case SUSPECT -> MissingIndicator.Reason.SUSPECT;
            case DOUBTFUL -> MissingIndicator.Reason.DOUBTFUL;
            case CANCELLED -> MissingIndicator.Reason.CANCELLED;
            case WITHDRAWN -> MissingIndicator.Reason.WITHDRAWN;
            case null -> MissingIndicator.Reason.INSUFFICIENT_HISTORY;
        };
    }
}
