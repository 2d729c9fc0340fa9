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
    private final long[] publishedAt;

    /// @param surprises in any order
    public KnownReleases(SignalMode mode, List<StandardisedSurprise> surprises) {
        this.mode = mode;
        this.surprises = List.copyOf(ReleaseOrder.sorted(surprises, StandardisedSurprise::release));
        this.knownAt = this.surprises.stream()
                .mapToLong(surprise -> surprise.release().releasedAt().getEpochSecond())
                .toArray();
        this.publishedAt = this.surprises.stream()
                .filter(surprise -> surprise.reason() != StandardisedSurprise.Reason.CANCELLED)
                .mapToLong(surprise -> surprise.release().releasedAt().getEpochSecond())
                .toArray();
    }

    /// The newest release known at a second; null where none is known.
    public @Nullable StandardisedSurprise newest(long second) {
        int count = countUntil(knownAt, second);
        return count == 0 ? null : surprises.get(count - 1);
    }

    /// The second of the newest release known at a second, with or without a usable z, that was not cancelled;
    /// [Long#MIN_VALUE] where none is known.
    public long lastPublishedAt(long second) {
        int count = countUntil(publishedAt, second);
        return count == 0 ? Long.MIN_VALUE : publishedAt[count - 1];
    }

    private static int countUntil(long[] ascending, long second) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
