package org.macroedge.engine.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.surprise.ReleaseOrder;
import org.macroedge.engine.surprise.StandardisedSurprise;

/// The releases of one indicator in the order in which they became known, with or without a usable z. Immutable and
/// thread-safe.
public final class KnownReleases {

    private final SignalMode mode;
    private final List<StandardisedSurprise> surprises;
    private final long[] knownAt;

    /// @param surprises in any order
    public KnownReleases(SignalMode mode, List<StandardisedSurprise> surprises) {
        this.mode = mode;
        this.surprises = List.copyOf(ReleaseOrder.sorted(surprises, StandardisedSurprise::release));
        this.knownAt = this.surprises.stream()
                .mapToLong(surprise -> surprise.release().releasedAt().getEpochSecond())
                .toArray();
    }

    /// The newest release known at a second; null where none is known.
    public @Nullable StandardisedSurprise newest(long second) {
        int low = 0;
        int high = knownAt.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (knownAt[middle] <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : surprises.get(low - 1);
    }

    /// Whether the newest release known at a second is later than a signal and has no usable z, so that the signal only
    /// decays. Signals of mode `sum` do not stand for the newest release and are never superseded.
    public boolean supersede(StandardisedSurprise signal, long second) {
        @Nullable StandardisedSurprise newest = newest(second);
        return mode == SignalMode.LATEST
                && newest != null
                && !newest.usable()
                && newest.release().releasedAt().isAfter(signal.release().releasedAt());
    }
}
