package org.macroedge.server.releases;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes equal values one object. A store of a million releases holds few different numbers, dates and sources, and an
/// answer keeps all of them in memory. It remembers a bounded number of values. Belongs to one thread.
final class Interned {

    private static final int BOUND = 100_000;

    private final Map<Object, Object> values = new HashMap<>();

    /// The first value equal to this one.
    <T> T of(T value) {
        if (values.size() >= BOUND) {
            values.clear();
        }
        @SuppressWarnings("unchecked") // equal values are of one class
        T first = (T) values.computeIfAbsent(value, same -> same);
        return first;
    }

    /// The same for a value that may be missing.
    <T> @Nullable T orNull(@Nullable T value) {
        return value == null ? null : of(value);
    }
}
