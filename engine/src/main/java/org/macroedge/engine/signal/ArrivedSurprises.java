package org.macroedge.engine.signal;

import java.util.ArrayList;
import java.util.List;
import org.macroedge.engine.surprise.ReleaseOrder;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// The surprises that a [SignalSeries] has taken, with or without a usable z: those of its last instant, which another
/// one of that instant is put in order with, and all earlier ones in a series that keeps its past.
final class ArrivedSurprises {

    private final boolean keepsPast;
    private final List<StandardisedSurprise> arrived;
    private long latest;

    private ArrivedSurprises(boolean keepsPast, List<StandardisedSurprise> arrived, long latest) {
        this.keepsPast = keepsPast;
        this.arrived = new ArrayList<>(arrived);
        this.latest = latest;
    }

    /// A whole history.
    ///
    /// @param ordered in the order of [ReleaseOrder]
    static ArrivedSurprises of(List<StandardisedSurprise> ordered) {
        return new ArrivedSurprises(true, ordered, ordered.isEmpty() ? Long.MIN_VALUE : second(ordered.getLast()));
    }

    /// Those of one second, to continue from.
    ArrivedSurprises stateAt(long second) {
        return new ArrivedSurprises(false, arrived.subList(before(second), before(second + 1)), second);
    }

    private int before(long second) {
        int low = 0;
        int high = arrived.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (second(arrived.get(middle)) < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Takes a surprise that does not precede those before it.
    ///
    /// @return all of its instant, in the order of [ReleaseOrder]. Those without a usable z are among them, because
    /// they can be links of a chain.
    List<StandardisedSurprise> take(StandardisedSurprise surprise) {
        boolean later = second(surprise) > latest;
        if (later && !keepsPast) {
            arrived.clear();
        }
        arrived.add(surprise);
        latest = second(surprise);
        return later
                ? List.of(surprise)
                : ReleaseOrder.sorted(arrived.subList(before(latest), arrived.size()), StandardisedSurprise::release);
    }

    static long second(StandardisedSurprise surprise) {
        return surprise.release().releasedAt().getEpochSecond();
    }
}
