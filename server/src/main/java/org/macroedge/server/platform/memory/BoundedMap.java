package org.macroedge.server.platform.memory;

import java.util.LinkedHashMap;
import java.util.Map;

/// A map with so many entries at most: one more, and the eldest goes. Not thread-safe.
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;
    private static final int CAPACITY = 16;
    private static final float LOAD = 0.75f;

    private final int most;

    private BoundedMap(int most, boolean byAccess) {
        super(CAPACITY, LOAD, byAccess);
        this.most = most;
    }

    /// The eldest entry is that which was put first.
    public static <K, V> Map<K, V> ofLatest(int most) {
        return new BoundedMap<>(most, false);
    }

    /// The eldest entry is that which was asked for or put least recently.
    public static <K, V> Map<K, V> ofUsed(int most) {
        return new BoundedMap<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
