package org.macroedge.server.sources;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.macroedge.engine.vocabulary.Coded;

/// Counts what came of the requests to sources since the process began. Thread-safe.
final class SourceTally {

    /// What came of a request.
    enum Result implements Coded {
        UNDERSTOOD,
        FAILED
    }

    private record Key(String source, Result result) {}

    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String source, Result result) {
        counts.computeIfAbsent(new Key(source, result), key -> new LongAdder()).increment();
    }

    long of(String source, Result result) {
        LongAdder count = counts.get(new Key(source, result));
        return count == null ? 0 : count.sum();
    }
}
