package org.macroedge.engine.bias;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.numeric.HalfLife;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;

/// The signal of one indicator while releases arrive, to the bits of [SignalSeries]. Belongs to one thread.
final class LiveSignal {

    private final SignalMode mode;
    private final HalfLife halfLife;
    private final List<StandardisedSurprise> counting = new ArrayList<>(1);
    private double[] z = new double[1];
    private long[] releasedAt = new long[1];

    LiveSignal(SignalMode mode, HalfLife halfLife) {
        this.mode = mode;
        this.halfLife = halfLife;
    }

    /// Takes a surprise that does not precede those before it.
    ///
    /// @return whether it counts: in mode `latest` then it alone
    boolean take(StandardisedSurprise surprise) {
        if (!counts(surprise)) {
            return false;
        }
        if (mode == SignalMode.LATEST) {
            counting.clear();
        } else {
            long second = surprise.release().releasedAt().getEpochSecond();
            counting.removeIf(one -> second - one.release().releasedAt().getEpochSecond() >= halfLife.window());
        }
        counting.add(surprise);
        counting.sort(SurpriseCalculator.BY_INSTANT);
        z = counting.stream().mapToDouble(SignalSeries::usableZ).toArray();
        releasedAt = counting.stream()
                .mapToLong(one -> one.release().releasedAt().getEpochSecond())
                .toArray();
        return true;
    }

    private boolean counts(StandardisedSurprise surprise) {
        return mode == SignalMode.SUM ? surprise.usable() : SignalSeries.displaces(surprise, newest());
    }

    private @Nullable StandardisedSurprise newest() {
        return counting.isEmpty() ? null : counting.getLast();
    }

    /// The signal at a second that is not before the last release; 0 where none is live.
    double at(long second) {
        double sum = 0;
        for (int at = 0; at < counting.size(); at++) {
            sum += z[at] * halfLife.decay(second - releasedAt[at]);
        }
        return sum;
    }
}
