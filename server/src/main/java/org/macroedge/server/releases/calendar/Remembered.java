package org.macroedge.server.releases.calendar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A pure function of cells that keeps its latest answers: a calendar writes the same few titles and numbers again and
/// again. It holds about [#BOUND] of them at the most, whatever a file brings. Thread-safe.
final class Remembered<K, V> {

    private static final int BOUND = 10_000;

    private final Function<K, V> function;
    private final Map<K, V> answers = new ConcurrentHashMap<>();

    Remembered(Function<K, V> function) {
        this.function = function;
    }

    V of(K cell) {
        V known = answers.get(cell);
        if (known != null) {
            return known;
        }
        if (answers.size() >= BOUND) {
            answers.clear();
        }
        V answer = function.apply(cell);
        answers.put(cell, answer);
        return answer;
    }
}
