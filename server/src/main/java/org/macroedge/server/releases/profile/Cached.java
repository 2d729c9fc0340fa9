package org.macroedge.server.releases.profile;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A pure function of cells with a cache of its results: a calendar repeats the same few titles and numbers. It
/// holds at most about [#BOUND] of them, whatever a file contains. Thread-safe.
final class Cached<K, V> {

    private static final int BOUND = 10_000;

    private final Function<K, V> function;
    private final Map<K, V> results = new ConcurrentHashMap<>();

    Cached(Function<K, V> function) {
        this.function = function;
    }

    V of(K cell) {
        V known = results.get(cell);
        if (known != null) {
            return known;
        }
        if (results.size() >= BOUND) {
            results.clear();
        }
        V result = function.apply(cell);
        results.put(cell, result);
        return result;
    }
}
