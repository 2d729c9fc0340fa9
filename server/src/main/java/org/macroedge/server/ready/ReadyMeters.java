package org.macroedge.server.ready;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts how often ready answers were there. Thread-safe.
final class ReadyMeters implements MeterBinder {

    /// Where an answer came from.
    enum Source {
        /// This server had it, or waited for another request that made it.
        HIT,
        /// Another server had left it in Redis.
        SHARED,
        /// A controller made it.
        MISS
    }

    private final Map<String, Map<Source, LongAdder>> counts = new TreeMap<>();

    ReadyMeters() {
        for (String address : ReadyReads.ADDRESSES) {
            Map<Source, LongAdder> sources = new EnumMap<>(Source.class);
            for (Source source : Source.values()) {
                sources.put(source, new LongAdder());
            }
            counts.put(address, sources);
        }
    }

    /// @param address one of [ReadyReads#ADDRESSES]
    void add(String address, Source source) {
        Map<Source, LongAdder> sources = counts.get(address);
        LongAdder count = sources == null ? null : sources.get(source);
        if (count != null) {
            count.increment();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counts.forEach((address, sources) -> sources.forEach(
                (source, count) -> FunctionCounter.builder("macro.edge.ready.answers", count, LongAdder::sum)
                        .description("Requests for answers that are kept as bytes")
                        .tag("route", address)
                        .tag("result", source.name().toLowerCase(Locale.ROOT))
                        .register(registry)));
    }
}
